package org.bitacora.server.webhook;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.post;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.stream.IntStream;
import org.bitacora.server.testing.HttpScenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Base class of webhook tests: a territory and a receiver for each test, and requests for subscriptions. */
abstract class WebhookScenario extends HttpScenario {

    final WebhookReceiver webhookReceiver = new WebhookReceiver();
    String territory = "";

    @BeforeEach
    void createTerritory() {
        territory = freshTerritory();
    }

    @AfterEach
    void closeReceiver() {
        webhookReceiver.close();
    }

    static Response make(RequestSpecification caller, String request) {
        return caller.contentType("application/json").body(request).post("/v1/subscriptions");
    }

    /**
     * Subscribes to the territory. {@code more} contains additional members of the subscription, each after a comma.
     */
    JsonPath subscribed(String path, String more) {
        return make(asAdmin(), subscriptionJson(path, more))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    String subscriptionJson(String path, String more) {
        return """
                {"url": "%s", "territories": ["%s"] %s}""".formatted(webhookReceiver.url(path), territory, more);
    }

    JsonPath shown(String subscription) {
        return asAdmin()
                .get("/v1/subscriptions/" + subscription)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    JsonPath deliveries(String subscription) {
        return asAdmin()
                .get("/v1/subscriptions/" + subscription + "/deliveries")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static void put(String subscription, String request) {
        asAdmin()
                .contentType("application/json")
                .body(request)
                .put("/v1/subscriptions/" + subscription)
                .then()
                .statusCode(200);
    }

    void awaitState(String subscription, String state) {
        await().atMost(20, SECONDS)
                .until(() -> shown(subscription).getString("state").equals(state));
    }

    /** Waits for a delivery in this state and returns the latest one. */
    String deliveryOf(String subscription, String state) {
        return await().atMost(20, SECONDS)
                .until(
                        () -> deliveries(subscription).getString("items.find{it.state=='" + state + "'}.id"),
                        it -> it != null);
    }

    /** Returns the responses of the receiver to the attempts of a delivery, latest first. */
    static List<Integer> attempts(String subscription, String delivery) {
        return asAdmin()
                .get("/v1/subscriptions/" + subscription + "/deliveries/" + delivery)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("attempts.status", Integer.class);
    }

    void postEvent(String activity, String type, String data) {
        post(event(territory, activity, type, data)).then().statusCode(201);
    }

    void receiveVisits(int first, int count) {
        IntStream.range(first, first + count).forEach(i -> postEvent("v-" + i, "visit.received", "{}"));
    }

    /** Returns the positions of the entries in deliveries, in order. */
    static List<Integer> positions(List<WebhookReceiver.ReceivedDelivery> messages) {
        return messages.stream()
                .flatMap(it -> it.json().getList("data.entries.position", Integer.class).stream())
                .toList();
    }
}
