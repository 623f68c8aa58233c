package org.bitacora.benchmarks.suite;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.bitacora.benchmarks.testbed.EventGenerator;
import org.bitacora.benchmarks.testbed.GeneratedEvent;

/** Events as the CSV file of a municipal registry: one row per event, Spanish dates, semicolons. */
final class RegistryCsvForm {

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

    private RegistryCsvForm() {}

    /** Returns the body of a form with the events as a CSV file and its mapping. */
    static Buffer renderForm(List<GeneratedEvent> events) {
        var form = Buffer.buffer(250 * events.size());
        form.appendString(partHeader("name=\"mapping\"")).appendString(MAPPING);
        form.appendString("\r\n")
                .appendString(partHeader("name=\"file\"; filename=\"registro.csv\""))
                .appendString(HEADER);
        for (int i = 0; i < events.size(); i++) {
            form.appendString(renderRow(events.get(i), i % EventGenerator.BLOCK));
        }
        return form.appendString("\r\n--" + BOUNDARY + "--\r\n");
    }

    static String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    private static String partHeader(String disposition) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition
                + "\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n";
    }

    private static String renderRow(GeneratedEvent generatedEvent, int i) {
        var data = new JsonObject(Buffer.buffer(generatedEvent.data().getBytes(StandardCharsets.UTF_8)));
        var counterpart = data.getJsonArray("counterparts").getJsonObject(0);
        return String.join(
                        ";",
                        generatedEvent.activity(),
                        KINDS.get(i),
                        generatedEvent.type().endsWith("planned") ? "Previsto" : "Hecho",
                        data.getString("title"),
                        spanishDate(data.getString("start")),
                        spanishDate(data.getString("end")),
                        data.getString("role").equals("hosted") ? "en la ciudad" : "en el exterior",
                        counterpart.getString("name"),
                        counterpart.getString("country"),
                        counterpart.getString("city"),
                        "Cooperación",
                        joinValues(data.getJsonArray("themes")),
                        joinValues(data.getJsonArray("sdgs")),
                        data.getJsonObject("place").getString("city"))
                + "\r\n";
    }

    private static String spanishDate(String date) {
        var parts = date.split("-", -1);
        return parts[2] + "/" + parts[1] + "/" + parts[0];
    }

    private static String joinValues(JsonArray items) {
        return items.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
