package org.bitacora.server.archive;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads the observations of a territory in a format with an independent reader: digits by indicator and period. */
record FormatComparison(String territory, List<String> indicators) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final class FormattedValues extends TreeMap<String, String> {
        private static final long serialVersionUID = 1L;

        void put(String indicator, String period, String digits) {
            if (!digits.isEmpty() && period.matches("201[0-3]|2012-\\d\\d")) {
                var name = indicator.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
                put(
                        name + " " + period,
                        new BigDecimal(digits).stripTrailingZeros().toPlainString());
            }
        }
    }

    private byte[] answer(String path) {
        return given().get(path).then().statusCode(200).extract().asByteArray();
    }

    private byte[] observations(RequestedValue requestedValue, String format) {
        return answer("/v1/territories/" + territory + "/indicators/" + requestedValue.indicator()
                + "/observations?period=" + requestedValue.period() + "&format=" + format);
    }

    private static JsonNode json(byte[] text) throws IOException {
        return JSON.readTree(text);
    }

    private static String digits(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : "";
    }

    private interface FormatReader {
        void read(FormattedValues formattedValues, RequestedValue requestedValue) throws IOException;
    }

    private record RequestedValue(String indicator, String period) {}

    private Map<String, String> each(FormatReader formatReader) throws IOException {
        var formattedValues = new FormattedValues();
        for (var indicator : indicators) {
            formatReader.read(formattedValues, new RequestedValue(indicator, "2010..2013"));
            formatReader.read(formattedValues, new RequestedValue(indicator, "2012-01..2012-12"));
        }
        return formattedValues;
    }

    Map<String, String> json() throws IOException {
        return each((formattedValues, requestedValue) -> json(observations(requestedValue, "json"))
                .path("observations")
                .forEach(it -> formattedValues.put(
                        requestedValue.indicator(), it.path("period").asText(), digits(it.path("value")))));
    }

    Map<String, String> csv() throws IOException {
        return each((formattedValues, requestedValue) ->
                table(formattedValues, observations(requestedValue, "csv"), "indicator", "period", "value"));
    }

    Map<String, String> sdmxCsv() throws IOException {
        var formattedValues = new FormattedValues();
        table(formattedValues, sdmx("csv", ""), "INDICATOR", "TIME_PERIOD", "OBS_VALUE");
        return formattedValues;
    }

    Map<String, String> archive() throws IOException {
        var formattedValues = new FormattedValues();
        var text = ArchiveFiles.of(territory).text("data/observations.csv").getBytes(StandardCharsets.UTF_8);
        table(formattedValues, text, "indicator", "period", "value");
        formattedValues.keySet().removeIf(it -> !names().contains(it.substring(0, it.indexOf(' '))));
        return formattedValues;
    }

    private List<String> names() {
        return indicators.stream()
                .map(it -> it.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT))
                .toList();
    }

    private byte[] sdmx(String format, String more) {
        return answer("/v1/sdmx/data/datastructure/BITACORA/DSD_OBSERVATIONS/1.0.0/*." + territory + "?format=" + format
                + more);
    }

    private static void table(
            FormattedValues formattedValues, byte[] text, String indicator, String period, String value)
            throws IOException {
        var reader = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader());
        try (var rows = reader.<Map<String, String>>readValues(text)) {
            for (var row : rows.readAll()) {
                formattedValues.put(
                        row.getOrDefault(indicator, ""), row.getOrDefault(period, ""), row.getOrDefault(value, ""));
            }
        }
    }

    Map<String, String> xlsx() throws IOException {
        return each((formattedValues, requestedValue) -> {
            try (var book = new ReadableWorkbook(new ByteArrayInputStream(observations(requestedValue, "xlsx")))) {
                var rows = book.getFirstSheet().read();
                var header = cells(rows.getFirst());
                rows.stream()
                        .skip(1)
                        .map(FormatComparison::cells)
                        .forEach(row -> formattedValues.put(
                                requestedValue.indicator(),
                                row.get(header.indexOf("period")),
                                row.get(header.indexOf("value"))));
            }
        });
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        row.forEach(cell -> cells.add(cell == null || cell.getRawValue() == null ? "" : cell.getRawValue()));
        return cells;
    }

    Map<String, String> jsonStat() throws IOException {
        return each((formattedValues, requestedValue) -> {
            var cube = json(observations(requestedValue, "json-stat"));
            var index = cube.path("dimension").path("period").path("category").path("index");
            for (int i = 0; i < index.size(); i++) {
                formattedValues.put(
                        requestedValue.indicator(),
                        index.path(i).asText(),
                        digits(cube.path("value").path(Integer.toString(i))));
            }
        });
    }

    Map<String, String> sdmxJson() throws IOException {
        var formattedValues = new FormattedValues();
        var data = json(sdmx("json", "&dimensionAtObservation=AllDimensions")).path("data");
        var dimensions = data.path("structures").path(0).path("dimensions").path("observation");
        for (var observation :
                data.path("dataSets").path(0).path("observations").properties()) {
            var key = observation.getKey().split(":");
            formattedValues.put(
                    member(dimensions, "INDICATOR", key),
                    member(dimensions, "TIME_PERIOD", key),
                    digits(observation.getValue().path(0)));
        }
        return formattedValues;
    }

    private static String member(JsonNode dimensions, String dimension, String[] key) {
        int at = IntStream.range(0, dimensions.size())
                .filter(i -> dimensions.path(i).path("id").asText().equals(dimension))
                .findFirst()
                .orElseThrow();
        var value = dimensions.path(at).path("values").path(Integer.parseInt(key[at]));
        return value.has("id") ? value.path("id").asText() : value.path("value").asText();
    }
}
