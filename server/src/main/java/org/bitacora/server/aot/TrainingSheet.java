package org.bitacora.server.aot;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.json.JsonReader;

/** Renders events as a spreadsheet with one row per event, in a form with its mapping. */
final class TrainingSheet {

    private static final String BOUNDARY = "part-of-the-form";
    private static final String HEADER = "Nº;Tipo;Título;Início;Fim;Contrapartes;Países;Motivação;Dimensão;ODS";
    private static final String MAPPING = """
            source: urn:bitacora:training
            dates: [dd/mm/yyyy]
            kind: {column: Tipo, values: {Missão: mission, Visita: visit, Acordo: agreement, Evento: event}}
            activity: {columns: [Nº]}
            data:
              title: Título
              start: Início
              end: Fim
              counterparts:
                - {name: {column: Contrapartes, split: "|"}, country: {column: Países, split: "|"}}
              motivation: {column: Motivação, values: {planejada: planned, reativa: reactive}}
              dimension: Dimensão
              sdgs: {column: ODS, split: ","}
            events: [{transition: formalised}]
            """;

    private TrainingSheet() {}

    static String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    /** Returns a form with the events that have a title, repeated {@code times} times. */
    static byte[] multipartForm(List<String> events, int times) {
        var rows = events.stream()
                .map(TrainingSheet::event)
                .filter(event -> event.object("data").text("title").isPresent())
                .map(TrainingSheet::row)
                .toList();
        var table = new StringBuilder(HEADER);
        for (int i = 0; i < times; i++) {
            for (int n = 0; n < rows.size(); n++) {
                table.append("\r\n").append(i).append('-').append(n).append(rows.get(n));
            }
        }
        var form = part("name=\"mapping\"", MAPPING)
                + part("name=\"file\"; filename=\"registro.csv\"", table)
                + "--" + BOUNDARY + "--\r\n";
        return form.getBytes(StandardCharsets.UTF_8);
    }

    private static String part(String disposition, CharSequence body) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition
                + "\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + body + "\r\n";
    }

    private static Json.Obj event(String line) {
        return JsonReader.readValue(line.getBytes(StandardCharsets.UTF_8), "")
                                instanceof JsonReader.ParsedValues(var items)
                        && items.getFirst().value() instanceof Json.Obj event
                ? event
                : Json.Obj.EMPTY;
    }

    private static String row(Json.Obj event) {
        var data = event.object("data");
        var counterparts = data.items("counterparts");
        return ";"
                + String.join(
                        ";",
                        "Evento",
                        data.text("title").orElse("").replace(';', ','),
                        dayFirstDate(data.text("start").orElse("")),
                        dayFirstDate(data.text("end").orElse("")),
                        joined(counterparts, "name"),
                        joined(counterparts, "country"),
                        data.text("motivation").filter("planned"::equals).isPresent() ? "planejada" : "reativa",
                        data.text("dimension").orElse("economy"),
                        "8, 17");
    }

    private static String joined(List<Json> items, String member) {
        return items.stream()
                .map(item ->
                        item instanceof Json.Obj object ? object.text(member).orElse("") : "")
                .collect(Collectors.joining("|"));
    }

    /** Returns a date with the day first, as in Brazil, or an empty text for an incomplete date. */
    private static String dayFirstDate(String date) {
        var parts = List.of(date.split("-", -1)).reversed();
        return parts.size() == 3 ? String.join("/", parts) : "";
    }
}
