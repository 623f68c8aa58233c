package org.bitacora.server.sdmx;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.oneOf;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bitacora.exchange.sdmx.SdmxIdentifiers;
import org.bitacora.exchange.sdmx.SdmxMediaType;

/** A copy of the observations as kept by a harvester: rows by their keys, from SDMX-CSV. */
final class SdmxHarvest {

    private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    private String prepared = "";

    /** Returns the lines of a response as columns. */
    static List<Map<String, String>> rows(String path) {
        return rows(answer(path));
    }

    private static Response answer(String path) {
        return given().header("Accept", SdmxMediaType.DATA_CSV + ";version=2.0.0")
                .get(path)
                .then()
                .statusCode(oneOf(200, 204))
                .extract()
                .response();
    }

    private static List<Map<String, String>> rows(Response answer) {
        var lines = answer.asString().split("\r\n", 0);
        var columns = lines[0].split(",");
        return Stream.of(lines).skip(1).map(line -> row(columns, line)).toList();
    }

    private static Map<String, String> row(String[] columns, String line) {
        var cells = line.split(",", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i++) {
            row.put(columns[i], cells[i]);
        }
        return row;
    }

    static String key(Map<String, String> row) {
        return String.join(
                ".",
                row.get(SdmxIdentifiers.FREQ),
                row.get(SdmxIdentifiers.AREA),
                row.get(SdmxIdentifiers.INDICATOR),
                row.get(SdmxIdentifiers.TIME));
    }

    /** Applies a response to the copy. */
    SdmxHarvest take(String path) {
        var answer = answer(path);
        prepared = answer.header("Bitacora-Prepared");
        for (var row : rows(answer)) {
            if ("D".equals(row.get("ACTION"))) {
                rows.remove(key(row));
            } else {
                rows.put(key(row), row);
            }
        }
        return this;
    }

    /** Returns the preparation time of the latest response. */
    String prepared() {
        return prepared;
    }

    /** Returns the rows without their action and without the log position. */
    Map<String, Map<String, String>> figures() {
        Map<String, Map<String, String>> figures = new LinkedHashMap<>();
        rows.forEach((key, row) -> {
            var figure = new LinkedHashMap<>(row);
            figure.keySet().removeAll(List.of("ACTION", SdmxIdentifiers.POSITION));
            figures.put(key, figure);
        });
        return figures;
    }
}
