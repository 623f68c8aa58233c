package org.bitacora.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitacora.benchmarks.measurement.MeasurementResult;

/** Renders results as JSON or as a table. */
final class BenchReport {

    private static final JsonMapper JSON = new JsonMapper();
    private static final MathContext DIGITS = new MathContext(5);
    private static final String ROW = "%-14s %12s %-10s %12s %8s %8s  %s%n";

    private BenchReport() {}

    static String renderJson(List<MeasurementResult> results) {
        var report = JSON.createObjectNode();
        var measurements = report.putArray("measurements");
        results.forEach(measurementResult -> describe(measurementResult, measurements.addObject()));
        return report.toString();
    }

    private static void describe(MeasurementResult measurementResult, ObjectNode object) {
        object.put("name", measurementResult.measurement().name());
        object.put("value", rounded(measurementResult.value()).orElse(null));
        object.put("unit", measurementResult.measurement().unit());
        object.put("limit", rounded(measurementResult.limit()).orElse(null));
        object.put("ratio", rounded(measurementResult.ratio()).orElse(null));
        object.put("floor", rounded(thresholdLevel(measurementResult)).orElse(null));
        object.put("holds", measurementResult.holds());
    }

    /** Renders a table. A minimum ratio must be reached; a maximum value must not be exceeded. */
    static String renderTable(List<MeasurementResult> results) {
        var table =
                new StringBuilder(String.format(ROW, "measurement", "value", "unit", "limit", "ratio", "floor", ""));
        for (var measurementResult : results) {
            table.append(String.format(
                    Locale.ROOT,
                    ROW,
                    measurementResult.measurement().name(),
                    format(measurementResult.value()),
                    measurementResult.measurement().unit(),
                    format(measurementResult.limit()),
                    format(measurementResult.ratio()),
                    format(thresholdLevel(measurementResult)),
                    verdict(measurementResult)));
        }
        return table.toString();
    }

    private static Optional<Double> thresholdLevel(MeasurementResult measurementResult) {
        return Optional.of(measurementResult.measurement().threshold().level()).filter(it -> !it.isNaN());
    }

    private static String verdict(MeasurementResult measurementResult) {
        if (measurementResult.measuredValue().isEmpty()) {
            return "could not be measured";
        }
        return measurementResult.holds() ? "holds" : "MISSED";
    }

    private static String format(Optional<Double> number) {
        return rounded(number).map(BigDecimal::toPlainString).orElse("-");
    }

    private static Optional<BigDecimal> rounded(Optional<Double> number) {
        return number.map(it -> plain(BigDecimal.valueOf(it).round(DIGITS).stripTrailingZeros()));
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
