package org.bitacora.server.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.postAccepted;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streamed responses while the database fails. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class StreamedResponseIT extends HttpScenario {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String[] territories = new String[12];

    @Inject
    @Named("log")
    Pool pool;

    @BeforeEach
    void tellOfVisits() {
        for (int i = 0; i < territories.length; i++) {
            territories[i] = freshTerritory();
            var event = event(territories[i], "v", "visit.received", "{\"start\": \"2014-05-12\"}");
            long position = postAccepted(event);
            given().get("/v1/territories/" + territories[i] + "/activities?minPosition=" + position)
                    .then()
                    .statusCode(200);
        }
    }

    @AfterEach
    void mend() {
        quantities("{}");
    }

    private String last() {
        return IntStream.range(0, territories.length)
                .mapToObj(i -> territories[i])
                .max(String::compareTo)
                .orElseThrow();
    }

    private void quantities(String json) {
        pool.query("update activity_version set quantities = '" + json + "' where territory = '" + last() + "'")
                .execute()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private HttpResponse<String> harvested() throws IOException, InterruptedException {
        var uri = "http://localhost:" + RestAssured.port
                + "/v1/sdmx/data/datastructure/BITACORA/DSD_OBSERVATIONS/1.0.0/*." + String.join("%2B", territories)
                + "?format=csv";
        return CLIENT.send(HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aResponseThatCannotBeCompletedIsAborted() throws Exception {
        assertThat(harvested().body()).contains(last());
        quantities("{\"volunteers\": \"twelve\"}");

        assertThatIOException().isThrownBy(this::harvested);
    }
}
