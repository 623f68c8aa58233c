package org.bitacora.channels.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A delivery: a message to a subscription and the results of its attempts.
 *
 * @param id the {@code webhook-id} of the message
 * @param territory the code of the territory whose log the message is about
 * @param after the position after which the message starts
 * @param position the last position of the message
 * @param state the state of the delivery
 * @param createdAt when the message was created
 * @param endedAt when the delivery ended
 * @param nextAttemptAt when the next attempt is due
 * @param attempts the attempts; in a list, only the latest
 * @param message the message; null in a list
 */
@Schema(name = "DeliveryResponse", description = "A message to a subscription and the results of its attempts")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryResponse(
        @Schema(examples = "msg_5e0c1f2a9b7d4c685e0c1f2a9b7d4c68", description = "The webhook-id of the message")
        String id,

        @Schema(examples = "br-ba") String territory,

        @Schema(examples = "621") long after,
        @Schema(examples = "622") long position,

        @Schema(
                enumeration = {"waiting", "delivered", "failed", "cancelled"},
                description = "failed: a replay was not accepted during the whole retry schedule")
        String state,

        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable Instant nextAttemptAt,

        @Schema(description = "The attempts, newest first; in a list, only the latest")
        List<DeliveryAttempt> attempts,

        @Schema(
                type = SchemaType.OBJECT,
                oneOf = {WebhookMessage.LogDelivery.class, WebhookMessage.ObservationDelivery.class},
                description = "The message as it is sent; absent in a list")
        @JsonRawValue
        @Nullable
        String message) {

    public DeliveryResponse {
        attempts = List.copyOf(attempts);
    }

    /**
     * A delivery attempt.
     *
     * @param at when it ended
     * @param status the HTTP status of the response
     * @param problem why there was no response
     * @param millis the duration in milliseconds
     */
    @Schema(name = "DeliveryAttempt", description = "A delivery attempt")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeliveryAttempt(
            Instant at,

            @Schema(examples = "204", description = "The HTTP status of the response") @Nullable
            Integer status,

            @Schema(
                    enumeration = {"not-allowed", "not-resolved", "not-connected", "timeout", "too-many-redirects"},
                    description = "Why there was no response")
            @Nullable
            String problem,

            @Schema(examples = "41", description = "The duration in milliseconds")
            int millis) {}
}
