package org.bitacora.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitacora.benchmarks.measurement.Result;

/** The results, for a program or for a person. */
final class Report {

    private static final JsonMapper JSON = new JsonMapper();
    private static final MathContext DIGITS = new MathContext(5);
    private static final String ROW = "%-14s %12s %-10s %12s %8s %8s  %s%n";

    private Report() {}

    static String json(List<Result> results) {
        var report = JSON.createObjectNode();
        var measurements = report.putArray("measurements");
        results.forEach(result -> describe(result, measurements.addObject()));
        return report.toString();
    }

    private static void describe(Result result, ObjectNode object) {
        object.put("name", result.of().name());
        object.put("value", rounded(result.value()).orElse(null));
        object.put("unit", result.of().unit());
        object.put("limit", rounded(result.limit()).orElse(null));
        object.put("ratio", rounded(result.ratio()).orElse(null));
        object.put("floor", rounded(level(result)).orElse(null));
        object.put("holds", result.holds());
    }

    /** The floor of a part of the limit is to be reached, any other not to be passed. */
    static String table(List<Result> results) {
        var table =
                new StringBuilder(String.format(ROW, "measurement", "value", "unit", "limit", "ratio", "floor", ""));
        for (var result : results) {
            table.append(String.format(
                    Locale.ROOT,
                    ROW,
                    result.of().name(),
                    text(result.value()),
                    result.of().unit(),
                    text(result.limit()),
                    text(result.ratio()),
                    text(level(result)),
                    verdict(result)));
        }
        return table.toString();
    }

    private static Optional<Double> level(Result result) {
        return Optional.of(result.of().floor().level()).filter(it -> !it.isNaN());
    }

    private static String verdict(Result result) {
        if (result.measured().isEmpty()) {
            return "could not be measured";
        }
        return result.holds() ? "holds" : "MISSED";
    }

    private static String text(Optional<Double> number) {
        return rounded(number).map(BigDecimal::toPlainString).orElse("-");
    }

    private static Optional<BigDecimal> rounded(Optional<Double> number) {
        return number.map(it -> plain(BigDecimal.valueOf(it).round(DIGITS).stripTrailingZeros()));
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
