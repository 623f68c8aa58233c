package org.bitacora.channels.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A subscription. Its secret is contained only in the responses that create a secret.
 *
 * @param id its id
 * @param owner the source of the key that created it
 * @param url the URL that messages are sent to
 * @param topic the topic
 * @param territories the codes of the territories; empty for all
 * @param types the event types; empty for all
 * @param indicators the codes of the indicators; empty for all
 * @param description a description for users
 * @param state the state
 * @param reason why it is suspended or ended
 * @param signature the signature algorithm
 * @param secret the secret that verifies an HMAC
 * @param publicKey the public key that verifies an Ed25519 signature
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 * @param deliveries the URL of its deliveries
 */
@Schema(
        name = "SubscriptionResponse",
        description = "A subscription; only the responses that create a secret contain it")
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
                description = "suspended: a message was not accepted during the whole retry schedule; ended: the"
                        + " receiver responded with 410; if it is set to active again, it continues where it"
                        + " stopped")
        String state,

        @Schema(examples = "msg_0b7e: answered 500", description = "Why it is suspended or ended") @Nullable
        String reason,

        @Schema(enumeration = {"hmac-sha256", "ed25519"}) String signature,

        @Schema(
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLwSw",
                description = "The HMAC secret; only in the responses that create it")
        @Nullable
        String secret,

        @Schema(description = "The public key of Ed25519 signatures") @Nullable
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
                it.state().word(),
                it.state().reason().orElse(null),
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
