package org.bitacora.server.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.withKey;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscriptions are created, changed and deleted. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SubscriptionsIT extends WebhookScenario {

    private static String keyOf(String source) {
        return asAdmin()
                .contentType("application/json")
                .body("{\"source\": \"%s\", \"role\": \"reader\"}".formatted(source))
                .post("/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    @Test
    void aSubscriptionIsCreatedReadChangedAndDeleted() {
        var made = subscribed("/hook", ", \"description\": \"for the map\"");
        var path = "/v1/subscriptions/" + made.getString("id");
        assertThat(made.getString("state")).isEqualTo("active");

        asAdmin().get(path).then().statusCode(200).body("description", equalTo("for the map"));
        asAdmin()
                .contentType("application/json")
                .body(subscriptionJson("/other", ", \"state\": \"paused\""))
                .put(path)
                .then()
                .statusCode(200)
                .body("url", equalTo(webhookReceiver.url("/other")))
                .body("state", equalTo("paused"))
                .body("description", nullValue());
        asAdmin().delete(path).then().statusCode(204);
        asAdmin().get(path).then().statusCode(404);
        asAdmin().delete(path).then().statusCode(404);
    }

    @Test
    void aSecretIsShownOnceOnly() {
        var made = subscribed("/hook", "");

        assertThat(made.getString("secret")).startsWith("whsec_");
        asAdmin()
                .get("/v1/subscriptions/" + made.getString("id"))
                .then()
                .body("secret", nullValue())
                .body("signature", equalTo("hmac-sha256"));
        asAdmin().get("/v1/subscriptions").then().statusCode(200).body("items.secret.findAll{it}.size()", equalTo(0));
    }

    @Test
    void onlyThePublicKeyOfEd25519IsShown() {
        var made = subscribed("/hook", ", \"signature\": \"ed25519\"");

        assertThat(made.getString("secret")).isNull();
        asAdmin()
                .get("/v1/subscriptions/" + made.getString("id"))
                .then()
                .body("publicKey", equalTo(made.getString("publicKey")))
                .body("publicKey", startsWith("whpk_"));
    }

    @Test
    void aSubscriptionIsVisibleToItsOwnerAndToAdmins() {
        var mine = keyOf("urn:partner:" + UUID.randomUUID());
        var others = keyOf("urn:partner:" + UUID.randomUUID());
        var id = make(withKey(mine), subscriptionJson("/hook", ""))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        withKey(mine).get("/v1/subscriptions").then().body("items.id", equalTo(List.of(id)));
        withKey(others).get("/v1/subscriptions").then().body("items.size()", equalTo(0));
        withKey(others).get("/v1/subscriptions/" + id).then().statusCode(404);
        withKey(others).get("/v1/subscriptions/" + id + "/deliveries").then().statusCode(404);
        withKey(others).delete("/v1/subscriptions/" + id).then().statusCode(404);
        make(withKey(others), subscriptionJson("/hook", ""))
                .then()
                .statusCode(201)
                .body("id", not(equalTo(id)));
        withKey(others)
                .contentType("application/json")
                .body(subscriptionJson("/hook", ""))
                .put("/v1/subscriptions/" + id)
                .then()
                .statusCode(404);
        withKey(others).post("/v1/subscriptions/" + id + "/secret").then().statusCode(404);
        asAdmin().get("/v1/subscriptions/" + id).then().statusCode(200);
        given().get("/v1/subscriptions").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/hook",
                "https://2130706433/hook",
                "https://[::1]:8443/hook",
                "https://169.254.169.254/latest/meta-data",
                "https://10.1.2.3/",
                "https://no-such-host.invalid/",
                "http://93.184.215.14/",
                "https://user:secret@93.184.215.14/",
                "https://93.184.215.14/#part",
                "https://93.184.215.14:91120/",
                "ftp://93.184.215.14/",
                "file:///etc/passwd",
                "/hook",
                "https:///hook",
                "https://a b/",
                ""
            })
    void anAddressThatMayNotBePostedToIsRefused(String url) {
        make(asAdmin(), "{\"url\": \"%s\"}".formatted(url))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/url"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    , "topic": "weather"                                          | /topic
                    , "state": "ended"                                            | /state
                    , "signature": "none"                                         | /signature
                    , "topic": "observations", "types": ["org.bitacora.visit.*"]  | /types
                    , "indicators": ["bahia.visits"]                              | /indicators
                    , "types": [""]                                               | /types
                    , "after": "somewhere"                                        | /after
                    , "description": "a\\u0000b"                                  | /description
                    , "after": "br-nowhere:1"                                     | /after
                    """)
    void anInvalidSubscriptionIsRefusedWithAPointer(String more, String pointer) {
        make(asAdmin(), subscriptionJson("/hook", more))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void anUnknownTerritoryOrPositionIsRefused() {
        make(asAdmin(), subscriptionJson("/hook", ", \"after\": \"" + territory + ":99\""))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/after"));
        make(asAdmin(), "{\"url\": \"%s\", \"territories\": [\"br-nowhere\"]}".formatted(webhookReceiver.url("/")))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/territories"));
    }

    @Test
    void topicAndSignatureCannotBeChanged() {
        var path = "/v1/subscriptions/" + subscribed("/hook", "").getString("id");
        for (var more : List.of(", \"topic\": \"observations\"", ", \"signature\": \"ed25519\"")) {
            asAdmin()
                    .contentType("application/json")
                    .body(subscriptionJson("/hook", more))
                    .put(path)
                    .then()
                    .statusCode(422);
        }
    }
}
