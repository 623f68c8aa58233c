package org.bitacora.channels.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A subscription; a secret alone in the answer that makes it.
 *
 * @param id its id
 * @param owner the source of the key that made it
 * @param url where messages are posted
 * @param topic what they tell
 * @param territories of which; every one where none is named
 * @param types of which event types; all where none is named
 * @param indicators of which indicators; all where none is named
 * @param description for people
 * @param state whether it is at work
 * @param reason why it is not
 * @param signature how messages are signed
 * @param secret what checks an HMAC
 * @param publicKey what checks an Ed25519 signature
 * @param createdAt when it was made
 * @param updatedAt when it was changed
 * @param deliveries where its messages are listed
 */
@Schema(
        name = "Subscription",
        description = "A subscription; its secret only in the answer that makes it",
        requiredProperties = {
            "id",
            "owner",
            "url",
            "topic",
            "territories",
            "types",
            "indicators",
            "state",
            "signature",
            "createdAt",
            "updatedAt",
            "deliveries"
        })
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubscriptionResponse(
        @Schema(examples = "0b7e6f7a-9a53-4c39-8f5d-0c8e8a6f4a10")
        String id,

        @Schema(examples = "urn:partner:network") String owner,

        @Schema(examples = "https://partner.example.org/bitacora")
        String url,

        @Schema(enumeration = {"log", "observations"}) String topic,

        List<String> territories,
        List<String> types,
        List<String> indicators,
        @Nullable String description,

        @Schema(
                enumeration = {"active", "paused", "suspended", "ended"},
                description =
                        "suspended after a message was refused for days, ended by a 410; made active again, it goes on"
                                + " where it was")
        String state,

        @Schema(examples = "msg_0b7e: answered 500", description = "Why it is suspended or ended") @Nullable
        String reason,

        @Schema(enumeration = {"hmac-sha256", "ed25519"}) String signature,

        @Schema(examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLwSw", description = "Shown once") @Nullable
        String secret,

        @Schema(description = "Of a signature by Ed25519") @Nullable
        String publicKey,

        Instant createdAt,
        Instant updatedAt,

        @Schema(examples = "/v1/subscriptions/0b7e6f7a-9a53-4c39-8f5d-0c8e8a6f4a10/deliveries")
        String deliveries) {

    static SubscriptionResponse of(Subscription it, SigningSecret signing, boolean isSecretShown) {
        var publicKey = Optional.ofNullable(signing.publicKey);
        return new SubscriptionResponse(
                it.id,
                it.owner,
                it.url,
                it.topic,
                List.of(it.territories),
                List.of(it.types),
                List.of(it.indicators),
                it.description,
                it.state,
                it.reason,
                algorithm(signing).word(),
                isSecretShown && publicKey.isEmpty() ? signing.secret : null,
                publicKey.orElse(null),
                it.createdAt,
                it.updatedAt,
                "/v1/subscriptions/" + it.id + "/deliveries");
    }

    private static SigningKey.SignatureAlgorithm algorithm(SigningSecret signing) {
        return signing.publicKey == null
                ? SigningKey.SignatureAlgorithm.HMAC_SHA256
                : SigningKey.SignatureAlgorithm.ED25519;
    }
}
