package org.bitacora.api.sdmx;

import static io.restassured.RestAssured.given;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A copy of the figures as a harvester keeps it: values by their keys, from SDMX-CSV. */
final class Harvested {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** The lines of an answer, column by column. */
    static List<Map<String, String>> rows(String path) {
        var text = given().header("Accept", Media.DATA_CSV + ";version=2.0.0")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var lines = text.split("\r\n", 0);
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
        return String.join(".", row.get(Ids.FREQ), row.get(Ids.AREA), row.get(Ids.INDICATOR), row.get(Ids.TIME));
    }

    /** Takes in what an answer says. */
    Harvested take(String path) {
        for (var row : rows(path)) {
            if ("D".equals(row.get("ACTION"))) {
                values.remove(key(row));
            } else {
                values.put(key(row), row.get(Ids.VALUE));
            }
        }
        return this;
    }

    Map<String, String> values() {
        return Map.copyOf(values);
    }
}
