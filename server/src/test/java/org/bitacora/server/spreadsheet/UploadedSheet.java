package org.bitacora.server.spreadsheet;

import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.bitacora.server.testing.PostgresTestResource;
import org.bitacora.server.testing.TestRequests;

/** A spreadsheet of an office, and its upload. */
final class UploadedSheet {

    static final String VISITS = """
            source: urn:office:visits
            decimal: ","
            kind: visit
            activity: {prefix: visita-, columns: [Nº]}
            data:
              title: Delegación
              start: Fecha
              counterparts: [{country: {column: País, split: " y "}}]
              quantities: {delegates: Personas}
            """;
    static final String HEADER = "Registro de visitas;;;;\r\n\r\nNº;Delegación;Fecha;País;Personas\r\n";

    private final String territory;
    private String key = PostgresTestResource.ADMIN_KEY;
    private String mapping = VISITS;

    UploadedSheet(String territory) {
        this.territory = territory;
    }

    UploadedSheet by(String other) {
        key = other;
        return this;
    }

    UploadedSheet with(String otherMapping) {
        mapping = otherMapping;
        return this;
    }

    /** Uploads rows with the usual header. */
    ValidatableResponse rows(String query, String... rows) {
        return file(
                query, "visitas.csv", (HEADER + String.join("\r\n", rows)).getBytes(Charset.forName("windows-1252")));
    }

    /** Uploads a file and waits for the end of the import. */
    ValidatableResponse file(String query, String name, byte[] content) {
        var sent = send(query, name, content);
        return sent.statusCode() == 202 ? ended(sent.path("id")) : sent.then();
    }

    Response send(String query, String name, byte[] content) {
        var request = TestRequests.withKey(key).multiPart("file", name, content);
        if (!mapping.isEmpty()) {
            request.multiPart("mapping", "mapping.yaml", mapping.getBytes(StandardCharsets.UTF_8), "text/yaml");
        }
        return request.post("/v1/territories/" + territory + "/imports" + (query.isEmpty() ? "" : "?" + query));
    }

    /** Waits for the end of an import. */
    ValidatableResponse ended(String id) {
        return await().atMost(Duration.ofMinutes(2))
                .until(() -> look(id), it -> it.path("endedAt") != null)
                .then();
    }

    Response look(String id) {
        return TestRequests.withKey(key).get("/v1/territories/" + territory + "/imports/" + id);
    }

    /** Returns the outcomes of the rows of an import. */
    ValidatableResponse outcomes(ValidatableResponse ended) {
        return TestRequests.withKey(key)
                .get(ended.extract().<String>path("outcomes"))
                .then()
                .statusCode(200);
    }
}
