package org.bitacora.server.webhook;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.withKey;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bitacora.server.testing.PostgresTestResource;
import org.bitacora.server.webhook.WebhookReceiver.ReceivedDelivery;
import org.bitacora.server.webhook.WebhookReceiver.ReceiverReply;
import org.junit.jupiter.api.Test;

/** Receivers that fail, hang, redirect or unsubscribe, and the recovery of missed messages. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class FailingReceiversIT extends WebhookScenario {

    private void resume(String id, String path) {
        put(id, subscriptionJson(path, ""));
    }

    @Test
    void failedMessagesAreRepeatedUnchangedAndInOrder() {
        var tries = new AtomicInteger();
        webhookReceiver.answering(_ -> ReceiverReply.of(tries.incrementAndGet() <= 2 ? 500 : 204));
        var id = subscribed("/hook", "").getString("id");
        receiveVisits(1, 6);

        await().atMost(20, SECONDS).until(() -> positions(taken(3)).size() >= 6);

        assertThat(webhookReceiver.received().subList(0, 3).stream()
                        .map(ReceivedDelivery::id)
                        .distinct())
                .hasSize(1);
        assertThat(webhookReceiver.received().subList(0, 3).stream()
                        .map(ReceivedDelivery::body)
                        .distinct())
                .hasSize(1);
        assertThat(positions(taken(3))).containsExactly(2, 3, 4, 5, 6, 7);
        var first = webhookReceiver.received().getFirst().id();
        assertThat(attempts(id, first)).containsExactly(204, 500, 500);
    }

    /** Returns the deliveries without the failed attempts, which came first. */
    private List<ReceivedDelivery> taken(int from) {
        var got = webhookReceiver.received();
        return got.subList(Math.min(from - 1, got.size()), got.size());
    }

    /** Receivers that hang must not occupy all of the 8 concurrent deliveries. */
    @Test
    void hangingReceiversDoNotDelayOthers() {
        try (var hanging = new WebhookReceiver().answering(_ -> ReceiverReply.never())) {
            subscribed("/well", "");
            receiveVisits(1, 1);
            webhookReceiver.awaitReceived(1);
            var ids = IntStream.range(0, 20).mapToObj(i -> hangs(hanging, i)).toList();
            receiveVisits(2, 1);
            hanging.awaitReceived(2);
            receiveVisits(3, 3);

            await().atMost(20, SECONDS)
                    .until(() -> positions(webhookReceiver.received()).size() == 5);

            assertThat(ids).allSatisfy(id -> assertThat(deliveries(id).getList("items.attempts.flatten()"))
                    .as("attempts that were given up by then")
                    .isEmpty());
            assertThat(positions(webhookReceiver.received())).containsExactly(2, 3, 4, 5, 6);
        }
    }

    private String hangs(WebhookReceiver hanging, int number) {
        return make(
                        asAdmin(),
                        "{\"url\": \"%s\", \"territories\": [\"%s\"]}".formatted(hanging.url("/" + number), territory))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void aSubscriptionWithARevokedKeyReceivesNothing() {
        var source = "urn:partner:" + UUID.randomUUID();
        var key = asAdmin()
                .contentType("application/json")
                .body("{\"source\": \"%s\", \"role\": \"reader\"}".formatted(source))
                .post("/v1/keys")
                .jsonPath();
        var id = make(withKey(key.getString("key")), subscriptionJson("/hook", ""))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        asAdmin().delete("/v1/keys/" + key.getString("id")).then().statusCode(204);

        awaitState(id, "suspended");

        assertThat(shown(id).getString("reason")).contains("revoked");
    }

    @Test
    void aTimeoutIsRetried() {
        var tries = new AtomicInteger();
        webhookReceiver.answering(_ -> tries.incrementAndGet() == 1 ? ReceiverReply.never() : ReceiverReply.of(200));
        var id = subscribed("/hook", "").getString("id");
        receiveVisits(1, 1);

        webhookReceiver.awaitReceived(2);

        var delivered = deliveryOf(id, "delivered");
        var shown = asAdmin()
                .get("/v1/subscriptions/" + id + "/deliveries/" + delivered)
                .jsonPath();
        assertThat(shown.getString("attempts[1].problem")).isEqualTo("timeout");
    }

    @Test
    void aReceiverThatReturns410ReceivesNothingMore() {
        webhookReceiver.answering(_ -> ReceiverReply.of(410));
        var id = subscribed("/hook", "").getString("id");
        receiveVisits(1, 1);

        awaitState(id, "ended");
        try (var other = new WebhookReceiver()) {
            make(asAdmin(), "{\"url\": \"%s\", \"territories\": [\"%s\"]}".formatted(other.url("/"), territory))
                    .then()
                    .statusCode(201);
            receiveVisits(2, 3);
            await().atMost(20, SECONDS).until(() -> positions(other.received()).size() == 3);
        }

        assertThat(shown(id).getString("reason")).contains("410");
        assertThat(webhookReceiver.received()).hasSize(1);
    }

    @Test
    void aSuspendedSubscriptionContinuesOnceItIsActive() {
        webhookReceiver.answering(_ -> ReceiverReply.of(503));
        var id = subscribed("/hook", "").getString("id");
        receiveVisits(1, 3);
        awaitState(id, "suspended");
        assertThat(shown(id).getString("reason")).contains("answered 503");
        int before = webhookReceiver.received().size();
        receiveVisits(4, 2);

        webhookReceiver.answering(_ -> ReceiverReply.of(204));
        resume(id, "/hook");

        await().atMost(20, SECONDS).until(() -> positions(taken(before + 1)).size() >= 5);
        assertThat(positions(taken(before + 1))).containsExactly(2, 3, 4, 5, 6);
    }

    @Test
    void aPausedSubscriptionReceivesItsMessagesLater() {
        var id = subscribed("/hook", ", \"state\": \"paused\"").getString("id");
        receiveVisits(1, 2);
        resume(id, "/hook");

        await().atMost(20, SECONDS)
                .until(() -> positions(webhookReceiver.received()).size() >= 2);

        assertThat(positions(webhookReceiver.received())).containsExactly(2, 3);
    }

    @Test
    void aMessageIsPostedAgainOnRequest() {
        var id = subscribed("/hook", "").getString("id");
        receiveVisits(1, 1);
        var delivery = deliveryOf(id, "delivered");

        asAdmin()
                .post("/v1/subscriptions/" + id + "/deliveries/" + delivery + "/replay")
                .then()
                .statusCode(202);

        var got = webhookReceiver.awaitReceived(2);
        assertThat(got.get(1).id()).isEqualTo(delivery);
        assertThat(got.get(1).body()).isEqualTo(got.get(0).body());
        assertThat(deliveryOf(id, "delivered")).isEqualTo(delivery);
        asAdmin()
                .post("/v1/subscriptions/" + id + "/deliveries/msg_none/replay")
                .then()
                .statusCode(404);
        put(id, subscriptionJson("/hook", ", \"state\": \"paused\""));
        asAdmin()
                .post("/v1/subscriptions/" + id + "/deliveries/" + delivery + "/replay")
                .then()
                .statusCode(409);
    }

    @Test
    void aDeliveryCanBeCancelled() {
        webhookReceiver.answering(receivedDelivery ->
                ReceiverReply.of(positions(List.of(receivedDelivery)).contains(2) ? 400 : 204));
        var id = subscribed("/hook", "").getString("id");
        receiveVisits(1, 1);
        awaitState(id, "suspended");
        var poison = deliveryOf(id, "waiting");

        asAdmin()
                .delete("/v1/subscriptions/" + id + "/deliveries/" + poison)
                .then()
                .statusCode(204);
        resume(id, "/hook");
        receiveVisits(2, 1);

        await().atMost(20, SECONDS)
                .until(() -> positions(webhookReceiver.received()).contains(3));
        assertThat(deliveries(id).getString("items.find{it.id=='" + poison + "'}.state"))
                .isEqualTo("cancelled");
    }

    @Test
    void deliveriesAreListedInPages() {
        var id = subscribed("/hook", "").getString("id");
        IntStream.range(0, 5).forEach(i -> {
            receiveVisits(i, 1);
            await().atMost(20, SECONDS)
                    .until(() -> positions(webhookReceiver.received()).size() == i + 1);
        });
        var first = asAdmin()
                .get("/v1/subscriptions/" + id + "/deliveries?limit=3&territory=" + territory)
                .jsonPath();
        var second = asAdmin().get(first.getString("next")).jsonPath();

        assertThat(first.getList("items.position", Integer.class)).containsExactly(6, 5, 4);
        assertThat(second.getList("items.position", Integer.class)).containsExactly(3, 2);
        assertThat(second.getString("next")).isNull();
        asAdmin()
                .get("/v1/subscriptions/" + id + "/deliveries?state=lost")
                .then()
                .statusCode(400);
    }

    @Test
    void anAllowedRedirectIsFollowed() {
        webhookReceiver.answering(receivedDelivery -> receivedDelivery.path().equals("/old")
                ? ReceiverReply.redirect(webhookReceiver.url("/new"))
                : ReceiverReply.of(204));
        var id = subscribed("/old", "").getString("id");
        receiveVisits(1, 1);

        deliveryOf(id, "delivered");

        assertThat(webhookReceiver.received().stream().map(ReceivedDelivery::path))
                .containsExactly("/old", "/new");
        assertThat(webhookReceiver.received().get(1).body())
                .isEqualTo(webhookReceiver.received().get(0).body());
    }

    @Test
    void aRedirectToThePrivateNetworkIsNotFollowed() {
        var port = webhookReceiver.port();
        webhookReceiver.answering(_ -> ReceiverReply.redirect("http://127.0.0.1:" + port + "/inside"));
        var id = subscribed("/old", "").getString("id");
        receiveVisits(1, 1);

        awaitState(id, "suspended");

        assertThat(shown(id).getString("reason")).contains("not-allowed");
        assertThat(webhookReceiver.received().stream()
                        .map(ReceivedDelivery::path)
                        .distinct())
                .containsExactly("/old");
    }

    @Test
    void circularRedirectsAreNotFollowedForEver() {
        webhookReceiver.answering(_ -> ReceiverReply.redirect("/round"));
        var id = subscribed("/round", "").getString("id");
        receiveVisits(1, 1);

        awaitState(id, "suspended");

        assertThat(shown(id).getString("reason")).contains("too-many-redirects");
    }
}
