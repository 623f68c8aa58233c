package org.bitacora.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bitacora.benchmarks.measurement.Measured;
import org.bitacora.benchmarks.measurement.Result;
import org.bitacora.benchmarks.suite.AppendBatch;
import org.bitacora.benchmarks.suite.Figure;
import org.bitacora.benchmarks.suite.Start;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void aPartOfTheLimitIsShownBesideIt() {
        var result = new Result(new AppendBatch(), Optional.of(new Measured(30_000, 80_000)));

        assertThat(Report.json(List.of(result))).isEqualTo("""
                {"measurements":[{"name":"append-batch","value":30000,"unit":"events/s","limit":80000,"ratio":0.375,\
                "floor":0.35,"holds":true}]}""");
    }

    @Test
    void whatMayNotBePassedIsItsOwnLimit() {
        var result = new Result(new Figure(), Optional.of(Measured.of(50)));

        assertThat(Report.json(List.of(result))).isEqualTo("""
                {"measurements":[{"name":"figure","value":50,"unit":"ms p99","limit":25,"ratio":2,"floor":25,\
                "holds":false}]}""");
    }

    @Test
    void whatCouldNotBeMeasuredHasNoValueAndDoesNotHold() {
        var result = new Result(new Start(), Optional.empty());

        assertThat(Report.json(List.of(result))).isEqualTo("""
                {"measurements":[{"name":"start","value":null,"unit":"s","limit":null,"ratio":null,"floor":4,\
                "holds":false}]}""");
        assertThat(Report.table(List.of(result))).contains("could not be measured");
    }
}
