package org.bitacora.server.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bitacora.domain.activity.Vocabularies;
import org.bitacora.domain.vocabulary.EventRegistry;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/**
 * The committed contract equals the one of the running application. After an intended change copy {@code
 * target/openapi/openapi.yaml}.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ContractIT extends HttpScenario {

    private static final Path COMMITTED = Path.of("../openapi/openapi.yaml");

    private static JsonNode running() throws IOException {
        var text =
                given().accept("application/json").get("/q/openapi?format=json").asByteArray();
        return new ObjectMapper().readTree(text);
    }

    /** The order of members is not significant in JSON. */
    private static String sorted(JsonNode node) throws IOException {
        var mapper = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.treeToValue(node, Object.class));
    }

    @Test
    void theCommittedContractEqualsTheRunningOne() throws IOException {
        var committed = new YAMLMapper().readTree(COMMITTED.toFile());
        assertThat(sorted(committed)).isEqualTo(sorted(running()));
    }

    @Test
    void everyOperationHasAnIdADescriptionAndItsErrors() throws IOException {
        for (var path : running().get("paths")) {
            for (var operation : path) {
                assertThat(operation.path("operationId").asText()).isNotEmpty();
                assertThat(operation.path("description").asText()).isNotEmpty();
                assertThat(operation.path("responses").has("500")).isTrue();
            }
        }
    }

    /** Resources with the same path prefix can hide each other's paths. */
    @Test
    void everyPathOfTheContractIsRouted() throws IOException {
        for (var path : running().get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var url = url(path.getKey(), operation.getValue());
                var answer = given().noFilters().request(operation.getKey(), url);
                assertThat(answer.asString())
                        .as(operation.getKey() + " " + url)
                        .doesNotContain("urn:bitacora:problem:http-404", "urn:bitacora:problem:http-405");
            }
        }
    }

    @Test
    void theEntryPointOfTheApiLinksToItsResources() {
        var links = given().get("/v1").then().statusCode(200).extract().body().jsonPath();
        assertThat(links.getString("territories")).isEqualTo("/v1/territories");
    }

    @Test
    void everyClosedVocabularyEqualsThatOfTheDomain() throws IOException {
        var schemas = running().at("/components/schemas");
        assertThat(words(schemas.at("/CloudEvent/properties/type"))).isEqualTo(EventRegistry.namesOpenToSenders());
        var data = schemas.at("/ActivityData/properties");
        assertThat(words(data.get("role"))).isEqualTo(Vocabularies.ROLE);
        assertThat(words(data.get("motivation"))).isEqualTo(Vocabularies.MOTIVATION);
        assertThat(words(data.get("dimension"))).isEqualTo(Vocabularies.DIMENSION);
        assertThat(words(data.get("scale"))).isEqualTo(Vocabularies.SCALE);
        assertThat(words(data.get("funding"))).isEqualTo(Vocabularies.FUNDING);
        assertThat(words(data.get("space"))).isEqualTo(Vocabularies.SPACE);
        assertThat(words(data.at("/actors/items/properties/sector"))).isEqualTo(Vocabularies.SECTOR);
        assertThat(words(schemas.at("/Counterpart/properties/type"))).isEqualTo(Vocabularies.COUNTERPART_TYPE);
    }

    /** Returns the path with a value for each variable: the first one that the contract allows, if it lists any. */
    private static String url(String path, JsonNode operation) {
        var url = path;
        for (var parameter : operation.path("parameters")) {
            var word = parameter.at("/schema/enum/0").asText("some-name");
            url = url.replace("{" + parameter.path("name").asText() + "}", word);
        }
        return url;
    }

    private static List<String> words(JsonNode schema) {
        var words = new ArrayList<String>();
        schema.get("enum").forEach(word -> words.add(word.asText()));
        return words;
    }
}
