package org.bitacora.benchmarks.suite;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.bitacora.benchmarks.testbed.Event;
import org.bitacora.benchmarks.testbed.Registry;

/** Events of a registry as an office keeps them: a row each, Spanish dates, semicolons. */
final class Spreadsheet {

    private static final String MAPPING = """
            source: urn:bench:registry
            dates: [dd/mm/yyyy]
            kind: {column: Tipo, values: {Misión: mission, Visita: visit, Convenio: agreement, Encuentro: event}}
            activity: {columns: [Nº]}
            data:
              title: Título
              start: Inicio
              end: Fin
              role: {column: Papel, values: {en la ciudad: hosted, en el exterior: abroad}}
              counterparts: [{name: Contraparte, type: {constant: local-government}, country: País, city: Ciudad}]
              motivation: {constant: planned}
              dimension: {column: Dimensión, values: {Cooperación: cooperation}}
              themes: {column: Temas, split: ","}
              sdgs: {column: ODS, split: ","}
              place: {country: {constant: BR}, city: Lugar}
            events:
              - transition: {column: Estado, values: {Previsto: planned, Hecho: formalised}}
            """;
    private static final String HEADER =
            "Nº;Tipo;Estado;Título;Inicio;Fin;Papel;Contraparte;País;Ciudad;Dimensión;Temas;ODS;Lugar\r\n";
    private static final List<String> KINDS = List.of("Misión", "Visita", "Convenio", "Encuentro", "Encuentro");
    private static final String BOUNDARY = "part-of-the-form";

    private Spreadsheet() {}

    /** The body of a form with those events as a CSV file, and its mapping. */
    static Buffer form(List<Event> events) {
        var form = Buffer.buffer(250 * events.size());
        form.appendString(part("name=\"mapping\"")).appendString(MAPPING);
        form.appendString("\r\n")
                .appendString(part("name=\"file\"; filename=\"registro.csv\""))
                .appendString(HEADER);
        for (int i = 0; i < events.size(); i++) {
            form.appendString(row(events.get(i), i % Registry.BLOCK));
        }
        return form.appendString("\r\n--" + BOUNDARY + "--\r\n");
    }

    static String type() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    private static String part(String disposition) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition
                + "\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n";
    }

    private static String row(Event event, int i) {
        var data = new JsonObject(Buffer.buffer(event.data().getBytes(StandardCharsets.UTF_8)));
        var counterpart = data.getJsonArray("counterparts").getJsonObject(0);
        return String.join(
                        ";",
                        event.activity(),
                        KINDS.get(i),
                        event.type().endsWith("planned") ? "Previsto" : "Hecho",
                        data.getString("title"),
                        spanish(data.getString("start")),
                        spanish(data.getString("end")),
                        data.getString("role").equals("hosted") ? "en la ciudad" : "en el exterior",
                        counterpart.getString("name"),
                        counterpart.getString("country"),
                        counterpart.getString("city"),
                        "Cooperación",
                        list(data.getJsonArray("themes")),
                        list(data.getJsonArray("sdgs")),
                        data.getJsonObject("place").getString("city"))
                + "\r\n";
    }

    private static String spanish(String date) {
        var parts = date.split("-", -1);
        return parts[2] + "/" + parts[1] + "/" + parts[0];
    }

    private static String list(JsonArray items) {
        return items.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
