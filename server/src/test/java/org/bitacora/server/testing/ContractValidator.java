package org.bitacora.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Validates every response of a test against the committed contract: the status must be documented, and the body must
 * conform to its schema.
 */
final class ContractValidator implements Filter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private final JsonNode contract = read();

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Path.of("../openapi/openapi.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var response = context.next(request, expected);
        var path = URI.create(request.getURI()).getPath();
        ContractCoverage.record("any", response.statusCode());
        template(path).ifPresent(operations -> check(request.getMethod(), path, operations, response));
        return response;
    }

    private Optional<JsonNode> template(String path) {
        return contract.get("paths").properties().stream()
                .filter(entry -> path.matches(entry.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                .max(Map.Entry.comparingByKey((a, b) -> Integer.compare(literal(a), literal(b))))
                .map(Map.Entry::getValue);
    }

    private static int literal(String template) {
        return template.replaceAll("\\{[^}]+}", "").length();
    }

    private void check(String method, String path, JsonNode operations, Response response) {
        var operation = operations.path(method.toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            return;
        }
        var answer = resolved(operation.path("responses").path(Integer.toString(response.statusCode())));
        assertThat(answer.isMissingNode())
                .as("%s %s answers %d, which the contract does not name", method, path, response.statusCode())
                .isFalse();
        ContractCoverage.record(operation.path("operationId").asText(), response.statusCode());
        if (response.statusCode() == 304 || response.statusCode() == 204) {
            return;
        }
        var essence = response.contentType().split(";", 2)[0];
        var schema = answer.path("content").path(essence).path("schema");
        if (essence.endsWith("json") && !essence.endsWith("ndjson")) {
            assertThat(schema.isMissingNode())
                    .as("%s %s as %s", method, path, essence)
                    .isFalse();
            assertThat(violations(schema, response.asString()))
                    .as("%s %s", method, path)
                    .isEmpty();
        }
    }

    private JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asText("");
        return reference.isEmpty() ? node : contract.at(reference.substring(1));
    }

    /** Returns the violations of a schema of the contract, given by its name. */
    Set<ValidationMessage> violations(String schema, String body) {
        var named = contract.path("components").path("schemas").path(schema);
        assertThat(named.isMissingNode()).as(schema).isFalse();
        return violations(named, body);
    }

    private Set<ValidationMessage> violations(JsonNode schema, String body) {
        try {
            ObjectNode whole = schema.deepCopy();
            whole.set("components", contract.get("components"));
            return SCHEMAS.getSchema(whole).validate(JSON.readTree(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
