package org.bitacora.exchange.sdmx;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitacora.exchange.sdmx.Part.Action;
import org.bitacora.exchange.sdmx.Part.DataSet;
import org.bitacora.exchange.sdmx.Part.Obs;
import org.bitacora.exchange.sdmx.Part.Series;
import org.jspecify.annotations.Nullable;

/** SDMX-CSV 2.0: an observation a line. Where a dataset has a time in which it is valid, two columns more say so. */
final class CsvWriter implements Writer {

    private static final List<String> COLUMNS = List.of(
            "STRUCTURE",
            "STRUCTURE_ID",
            "ACTION",
            Ids.FREQ,
            Ids.AREA,
            Ids.INDICATOR,
            Ids.TIME,
            Ids.VALUE,
            Ids.STATUS,
            Ids.NUMERATOR,
            Ids.DENOMINATOR,
            Ids.UNPLACED,
            Ids.UNIT,
            Ids.DEFINITION,
            Ids.POSITION);

    private final DataQuery query;
    private DataSet dataSet = new DataSet(Action.INFORMATION, Optional.empty(), Optional.empty());

    CsvWriter(DataQuery query) {
        this.query = query;
    }

    /** The columns, in their order; two more where datasets have a time in which they are valid. */
    static List<String> columns(boolean hasHistory) {
        return hasHistory
                ? Stream.concat(COLUMNS.stream(), Stream.of("VALID_FROM", "VALID_TO"))
                        .toList()
                : COLUMNS;
    }

    @Override
    public String begin() {
        return String.join(",", columns(query.hasHistory())) + "\r\n";
    }

    @Override
    public void write(Part part, StringBuilder out) {
        switch (part) {
            case DataSet begun -> dataSet = begun;
            case Series series -> write(series, out);
        }
    }

    private void write(Series series, StringBuilder out) {
        var definition = series.definition();
        var before = query.context() + "," + Ids.named(query.structure(definition)) + ","
                + dataSet.action().letter() + (series.isYearly() ? ",A," : ",M,")
                + series.of().territory() + ","
                + Ids.indicator(definition.code()) + ",";
        var after = "," + quoted(definition.unit()) + "," + definition.version() + ","
                + series.of().position() + validity();
        var afterGone = ",,," + validity();
        for (var obs : series.observations()) {
            out.append(before).append(obs.period().name()).append(',');
            write(obs, out);
            out.append(obs.value() == null ? afterGone : after);
        }
    }

    private static void write(Obs obs, StringBuilder out) {
        number(obs.value(), out).append(',').append(obs.status()).append(',');
        number(obs.numerator(), out).append(',');
        number(obs.denominator(), out).append(',');
        if (obs.value() != null) {
            out.append(obs.unplaced());
        }
    }

    private static StringBuilder number(@Nullable BigDecimal number, StringBuilder out) {
        return number == null ? out : out.append(number.toPlainString());
    }

    private String validity() {
        return query.hasHistory() ? "," + text(dataSet.from()) + "," + text(dataSet.to()) + "\r\n" : "\r\n";
    }

    private static String text(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse("");
    }

    private static String quoted(String text) {
        return text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    @Override
    public String end() {
        return "";
    }
}
