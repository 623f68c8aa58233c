package org.bitacora.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.MeasurementResult;
import org.bitacora.benchmarks.suite.BatchAppendMeasurement;
import org.bitacora.benchmarks.suite.ObservationQueryMeasurement;
import org.bitacora.benchmarks.suite.StartupMeasurement;
import org.junit.jupiter.api.Test;

class BenchReportTest {

    @Test
    void aRatioIsReportedWithItsLimit() {
        var measurementResult =
                new MeasurementResult(new BatchAppendMeasurement(), Optional.of(new MeasuredValue(30_000, 80_000)));

        assertThat(BenchReport.renderJson(List.of(measurementResult))).isEqualTo("""
                {"measurements":[{"name":"append-batch","value":30000,"unit":"events/s","limit":80000,"ratio":0.375,\
                "floor":0.35,"holds":true}]}""");
    }

    @Test
    void aMaximumValueIsItsOwnLimit() {
        var measurementResult =
                new MeasurementResult(new ObservationQueryMeasurement(), Optional.of(MeasuredValue.of(50)));

        assertThat(BenchReport.renderJson(List.of(measurementResult))).isEqualTo("""
                {"measurements":[{"name":"figure","value":50,"unit":"ms p99","limit":25,"ratio":2,"floor":25,\
                "holds":false}]}""");
    }

    @Test
    void aFailedMeasurementHasNoValueAndFails() {
        var measurementResult = new MeasurementResult(new StartupMeasurement(), Optional.empty());

        assertThat(BenchReport.renderJson(List.of(measurementResult))).isEqualTo("""
                {"measurements":[{"name":"start","value":null,"unit":"s","limit":null,"ratio":null,"floor":4,\
                "holds":false}]}""");
        assertThat(BenchReport.renderTable(List.of(measurementResult))).contains("could not be measured");
    }
}
