package org.bitacora.server.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.post;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bitacora.server.contract.RequestGenerator.GeneratedRequest;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Sends valid and invalid requests that are generated from the contract. Every response must have a status and a body
 * of the contract, and none may be a server error. {@code -Dbitacora.fuzz.seed} repeats a run.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ContractFuzzIT extends HttpScenario {

    private static final Logger LOG = Logger.getLogger(ContractFuzzIT.class);
    private static final int REQUESTS = 2_000;
    private static final List<String> TERRITORIES = List.of("fuzz-one", "fuzz-two", "fuzz-unregistered");

    @Test
    void everyAnswerIsOneOfTheContract() throws IOException {
        long seed = Long.getLong("bitacora.fuzz.seed", System.nanoTime());
        LOG.warnf("The seed of the generated requests is %d.", seed);
        register("fuzz-one");
        register("fuzz-two");
        var contract =
                new YAMLMapper().readTree(Path.of("../openapi/openapi.yaml").toFile());
        var generator = new RequestGenerator(contract, new Random(seed), TERRITORIES);
        var subscriptions = subscriptions();
        var failures = new ArrayList<String>();
        for (int i = 0; i < REQUESTS; i++) {
            check(generator.next(), failures);
        }
        subscriptions().stream().filter(id -> !subscriptions.contains(id)).forEach(ContractFuzzIT::unsubscribe);
        assertThat(failures).as("seed %d", seed).isEmpty();
    }

    private static void register(String territory) {
        asAdmin()
                .contentType("application/json")
                .body("{\"name\": \"Fuzz\", \"kind\": \"city\", \"country\": \"BR\"}")
                .put("/v1/territories/" + territory);
        post(event(territory, "v-1", "visit.received", "{\"title\": \"Visit\", \"start\": \"2014-05-01\"}"));
    }

    private static List<String> subscriptions() {
        return asAdmin().get("/v1/subscriptions").jsonPath().getList("items.id");
    }

    private static void unsubscribe(String id) {
        asAdmin().delete("/v1/subscriptions/" + id).then().statusCode(204);
    }

    private static void check(GeneratedRequest request, List<String> failures) {
        try {
            var response = send(request);
            if (response.statusCode() >= 500 && response.statusCode() != 501) {
                failures.add(response.statusCode() + " " + request + " " + response.asString());
            }
        } catch (AssertionError e) {
            failures.add(request + ": " + e.getMessage());
        }
    }

    private static Response send(GeneratedRequest request) {
        var specification = (request.withKey() ? asAdmin() : given())
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .headers(request.headers());
        request.body()
                .ifPresent(body ->
                        specification.header("Content-Type", body.mediaType()).body(body.content()));
        return specification.request(request.method().toUpperCase(java.util.Locale.ROOT), request.uri());
    }
}
