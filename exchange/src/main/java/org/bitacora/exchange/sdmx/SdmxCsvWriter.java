package org.bitacora.exchange.sdmx;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitacora.exchange.sdmx.MessagePart.DataSetAction;
import org.bitacora.exchange.sdmx.MessagePart.DataSetHeader;
import org.bitacora.exchange.sdmx.MessagePart.SdmxObservation;
import org.bitacora.exchange.sdmx.MessagePart.SdmxSeries;
import org.jspecify.annotations.Nullable;

/** Writes SDMX-CSV 2.0, one observation per line. If datasets have a validity interval, two more columns contain it. */
final class SdmxCsvWriter implements DataMessageWriter {

    private static final List<String> COLUMNS = List.of(
            "STRUCTURE",
            "STRUCTURE_ID",
            "ACTION",
            SdmxIdentifiers.FREQ,
            SdmxIdentifiers.AREA,
            SdmxIdentifiers.INDICATOR,
            SdmxIdentifiers.TIME,
            SdmxIdentifiers.VALUE,
            SdmxIdentifiers.STATUS,
            SdmxIdentifiers.NUMERATOR,
            SdmxIdentifiers.DENOMINATOR,
            SdmxIdentifiers.UNPLACED,
            SdmxIdentifiers.UNIT,
            SdmxIdentifiers.DEFINITION,
            SdmxIdentifiers.POSITION);

    private final DataQuery query;
    private DataSetHeader dataSetHeader =
            new DataSetHeader(DataSetAction.INFORMATION, Optional.empty(), Optional.empty());

    SdmxCsvWriter(DataQuery query) {
        this.query = query;
    }

    /** The columns in order. With history there are two more for the validity interval. */
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
    public void write(MessagePart messagePart, StringBuilder out) {
        switch (messagePart) {
            case DataSetHeader begun -> dataSetHeader = begun;
            case SdmxSeries sdmxSeries -> write(sdmxSeries, out);
        }
    }

    private void write(SdmxSeries sdmxSeries, StringBuilder out) {
        var definition = sdmxSeries.definition();
        var before = query.context() + "," + SdmxIdentifiers.shortReference(query.artefactId(definition)) + ","
                + dataSetHeader.action().csvCode() + (sdmxSeries.isYearly() ? ",A," : ",M,")
                + sdmxSeries.territoryPosition().territory() + ","
                + SdmxIdentifiers.indicatorId(definition.code()) + ",";
        var after = "," + quoted(definition.unit()) + "," + definition.version() + ","
                + sdmxSeries.territoryPosition().position() + validity();
        var afterGone = ",,," + validity();
        for (var sdmxObservation : sdmxSeries.observations()) {
            out.append(before).append(sdmxObservation.period().name()).append(',');
            write(sdmxObservation, out);
            out.append(sdmxObservation.value() == null ? afterGone : after);
        }
    }

    private static void write(SdmxObservation sdmxObservation, StringBuilder out) {
        number(sdmxObservation.value(), out)
                .append(',')
                .append(sdmxObservation.status())
                .append(',');
        number(sdmxObservation.numerator(), out).append(',');
        number(sdmxObservation.denominator(), out).append(',');
        if (sdmxObservation.value() != null) {
            out.append(sdmxObservation.unplaced());
        }
    }

    private static StringBuilder number(@Nullable BigDecimal number, StringBuilder out) {
        return number == null ? out : out.append(number.toPlainString());
    }

    private String validity() {
        return query.hasHistory() ? "," + text(dataSetHeader.from()) + "," + text(dataSetHeader.to()) + "\r\n" : "\r\n";
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
