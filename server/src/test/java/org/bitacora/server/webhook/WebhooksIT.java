package org.bitacora.server.webhook;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.freshTerritory;

import com.standardwebhooks.Webhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.bitacora.channels.webhook.Ed25519Signatures;
import org.bitacora.server.testing.PostgresTestResource;
import org.bitacora.server.webhook.WebhookReceiver.ReceivedDelivery;
import org.junit.jupiter.api.Test;

/** Messages posted to receivers. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class WebhooksIT extends WebhookScenario {

    private static Map<String, List<String>> headers(ReceivedDelivery message) {
        return Map.copyOf(message.headers());
    }

    @Test
    void anEntryIsPostedWithASignature() throws Exception {
        var made = subscribed("/hook?from=bitacora", "");
        postEvent("v-1", "visit.received", "{\"private\": {\"contact\": \"Ana\"}}");

        var message = webhookReceiver.awaitReceived(1).getFirst();

        assertThat(message.path()).isEqualTo("/hook?from=bitacora");
        assertThat(message.headers().getFirst("content-type")).isEqualTo("application/json");
        assertMatchesSchema("LogDelivery", message.body());
        assertThat(message.json().getString("type")).isEqualTo("log.appended");
        assertThat(message.json().getString("data.territory")).isEqualTo(territory);
        assertThat(message.json().getInt("data.position")).isEqualTo(2);
        assertThat(message.json().getString("data.entries[0].subject")).isEqualTo(territory + "/v-1");
        assertThat(message.body()).doesNotContain("Ana");
        var checker = new Webhook(made.getString("secret"));
        assertThatCode(() -> checker.verify(message.body(), headers(message))).doesNotThrowAnyException();
    }

    @Test
    void anEd25519SignatureIsVerifiedWithThePublicKey() {
        var made = subscribed("/hook", ", \"signature\": \"ed25519\"");
        receiveVisits(1, 1);

        var message = webhookReceiver.awaitReceived(1).getFirst();

        var key = Ed25519Signatures.parsePublicKey(made.getString("publicKey"));
        assertThat(Ed25519Signatures.verifies(
                        key, message.signed(), message.signatures().getFirst()))
                .isTrue();
    }

    @Test
    void aReceiverCanReadTheObservationsOfAPostedEntry() {
        var id = subscribed("/hook", "").getString("id");
        webhookReceiver.answering(_ -> {
            int visits = asAdmin()
                    .get("/v1/territories/" + territory + "/indicators/bahia.visits/observations?period=2014")
                    .jsonPath()
                    .getInt("observations[0].value");
            return WebhookReceiver.ReceiverReply.of(visits == 1 ? 204 : 500);
        });
        postEvent("v-1", "visit.received", "{\"start\": \"2014-05-12\"}");

        var delivery = deliveryOf(id, "delivered");

        assertThat(attempts(id, delivery)).containsExactly(204);
    }

    @Test
    void aCorrectionIsPostedAsChangedObservations() {
        subscribed("/hook", ", \"topic\": \"observations\", \"indicators\": [\"bahia.visits\"]");
        postEvent("v-1", "visit.received", "{\"start\": \"2014-05-12\"}");
        webhookReceiver.awaitReceived(1);
        postEvent("v-1", "activity.corrected", "{\"start\": \"2014-07-01\"}");

        var message = webhookReceiver.awaitReceived(2).get(1);

        assertMatchesSchema("ObservationDelivery", message.body());
        var received = message.json();
        assertThat(received.getString("type")).isEqualTo("observations.changed");
        assertThat(received.getInt("data.observations.find{it.period=='2014-05'}.value"))
                .isZero();
        assertThat(received.getInt("data.observations.find{it.period=='2014-07'}.value"))
                .isEqualTo(1);
        assertThat(received.getList("data.observations.indicator.unique()")).isEqualTo(List.of("bahia.visits"));
        asAdmin().get(received.getString("data.changes")).then().statusCode(200);
    }

    @Test
    void onlySelectedTypesArePosted() {
        subscribed("/hook", ", \"types\": [\"org.bitacora.visit.*\", \"org.bitacora.mission.planned\"]");
        postEvent("m-1", "mission.carried-out", "{}");
        postEvent("m-1", "mission.planned", "{}");
        postEvent("v-1", "visit.announced", "{}");

        await().atMost(20, SECONDS)
                .until(() -> positions(webhookReceiver.received()).size() >= 2);

        assertThat(positions(webhookReceiver.received())).containsExactly(3, 4);
    }

    @Test
    void aSubscriptionStartsAtTheRequestedPosition() {
        receiveVisits(1, 5);
        subscribed("/hook", ", \"after\": \"" + territory + ":2\"");

        await().atMost(20, SECONDS)
                .until(() -> positions(webhookReceiver.received()).size() >= 4);

        assertThat(positions(webhookReceiver.received())).containsExactly(3, 4, 5, 6);
    }

    @Test
    void aSubscriptionWithoutTerritoriesIncludesFutureOnes() {
        make(asAdmin(), "{\"url\": \"%s\"}".formatted(webhookReceiver.url("/all")))
                .then()
                .statusCode(201);
        var founded = freshTerritory();

        await().atMost(20, SECONDS).until(() -> webhookReceiver.received().stream()
                .anyMatch(it -> it.json().getString("data.territory").equals(founded)));
    }

    @Test
    void aLogCreatedDuringAPauseIsPostedFromItsBeginning() {
        var id = make(asAdmin(), "{\"url\": \"%s\", \"state\": \"paused\"}".formatted(webhookReceiver.url("/all")))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var founded = freshTerritory();
        put(id, "{\"url\": \"%s\"}".formatted(webhookReceiver.url("/all")));

        await().atMost(20, SECONDS).until(() -> webhookReceiver.received().stream()
                .filter(it -> it.json().getString("data.territory").equals(founded))
                .anyMatch(it -> it.json().getInt("data.after") == 0));
    }

    @Test
    void aSubscriptionCanBeRewoundInALog() {
        var id = subscribed("/hook", "").getString("id");
        receiveVisits(1, 4);
        await().atMost(20, SECONDS)
                .until(() -> positions(webhookReceiver.received()).size() == 4);
        put(id, subscriptionJson("/again", ", \"after\": \"" + territory + ":3\""));

        await().atMost(20, SECONDS)
                .until(() -> positions(webhookReceiver.received()).size() == 6);

        assertThat(positions(webhookReceiver.received())).containsExactly(2, 3, 4, 5, 4, 5);
    }

    @Test
    void aCompromisedSecretIsRevokedImmediately() throws Exception {
        var made = subscribed("/hook", "");
        var renewed = asAdmin()
                .post("/v1/subscriptions/" + made.getString("id") + "/secret?revoke=true")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        receiveVisits(1, 1);

        var message = webhookReceiver.awaitReceived(1).getFirst();

        assertThat(message.signatures()).hasSize(1);
        new Webhook(renewed.getString("secret")).verify(message.body(), headers(message));
    }

    @Test
    void aSecretIsRotatedWithoutAGap() throws Exception {
        var made = subscribed("/hook", "");
        var renewed = asAdmin()
                .post("/v1/subscriptions/" + made.getString("id") + "/secret")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        receiveVisits(1, 1);

        var message = webhookReceiver.awaitReceived(1).getFirst();

        assertThat(message.signatures()).hasSize(2);
        for (var secret : List.of(made.getString("secret"), renewed.getString("secret"))) {
            var checker = new Webhook(secret);
            assertThatCode(() -> checker.verify(message.body(), headers(message)))
                    .doesNotThrowAnyException();
        }
    }
}
