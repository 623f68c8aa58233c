package org.bitacora.server.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Problems are in the language of Accept-Language: Spanish, Portuguese, or English by default. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ProblemLanguageIT extends HttpScenario {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es                 | es | No encontrado | El territorio nowhere no está registrado.
            pt-BR,pt;q=0.9     | pt | Não encontrado | O território nowhere não está registrado.
            en                 | en | Not found | No territory nowhere is registered.
            de, fr;q=0.5       | en | Not found | No territory nowhere is registered.
            de, es;q=0.1       | es | No encontrado | El territorio nowhere no está registrado.
            ;;;q=              | en | Not found | No territory nowhere is registered.
            """)
    void titleAndDetailAreInTheLanguageOfTheRequest(String accepted, String language, String title, String detail) {
        given().header("Accept-Language", accepted)
                .get("/v1/territories/nowhere")
                .then()
                .statusCode(404)
                .header("Content-Language", language)
                .header("Vary", containsString("Accept-Language"))
                .body("title", equalTo(title))
                .body("detail", equalTo(detail));
    }

    @Test
    void englishIsTheDefault() {
        given().get("/v1/territories/nowhere")
                .then()
                .header("Content-Language", "en")
                .body("detail", equalTo("No territory nowhere is registered."));
    }

    @Test
    void violationsAreInTheLanguageOfTheRequest() {
        var territory = freshTerritory();

        postVisit("application/cloudevents+json", visit(territory))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/data/start"))
                .body("errors[0].detail", equalTo("Se esperaba una fecha, por ejemplo 2014-05-12, 2014-05 o 2014."))
                .body("detail", containsString("Se esperaba una fecha"));
    }

    @Test
    void rejectedEventsOfABatchAreExplainedInTheLanguageOfTheRequest() {
        var territory = freshTerritory();

        postVisit("application/cloudevents-batch+json", "[" + visit(territory) + "]")
                .statusCode(200)
                .body("results[0].problem.title", equalTo("Contenido no procesable"))
                .body("results[0].problem.detail", containsString("Se esperaba una fecha"));
    }

    @Test
    void errorsOfAnImportAreInTheLanguageOfTheRequest() {
        var territory = freshTerritory();
        var csv = "código,fecha\nv1,31/02/2014\n";
        var mapping = """
                kind: visit
                activity: {columns: [código]}
                data: {start: fecha}
                events: [{transition: formalised}]
                """;

        var response = asAdmin()
                .header("Accept-Language", "es")
                .multiPart("file", "visitas.csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mapping", "mapping.yaml", mapping.getBytes(StandardCharsets.UTF_8), "text/yaml")
                .post("/v1/territories/" + territory + "/imports");

        assertThat(response.jsonPath().getString("errors[0].reason")).startsWith("Se esperaba una fecha");
    }

    /** Refusals before a resource is reached, such as of long URIs, are also in the language of the request. */
    @Test
    void requestsThatReachNoResourceAreRefusedInTheirLanguage() {
        given().header("Accept-Language", "pt")
                .get("/v1/unknown/" + "a".repeat(70_000))
                .then()
                .statusCode(414)
                .header("Content-Language", "pt")
                .body("detail", containsString("65536"));
    }

    private static ValidatableResponse postVisit(String mediaType, String body) {
        return asAdmin()
                .header("Accept-Language", "es-BO")
                .contentType(mediaType)
                .body(body)
                .post("/v1/events")
                .then();
    }

    private static String visit(String territory) {
        return """
                {
                  "specversion": "1.0", "id": "1", "source": "urn:language", "type": "org.bitacora.visit.received",
                  "subject": "%s/v", "data": {"start": "yesterday"}
                }
                """.formatted(territory);
    }
}
