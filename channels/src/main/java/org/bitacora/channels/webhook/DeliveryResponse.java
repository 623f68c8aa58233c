package org.bitacora.channels.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message, and what became of it.
 *
 * @param id the {@code webhook-id} that it is posted with
 * @param territory of which log it tells
 * @param after what was told before
 * @param position up to where it tells
 * @param state whether it waits
 * @param createdAt when it was made
 * @param endedAt when it ceased to wait
 * @param nextAttemptAt when it is tried next
 * @param attempts what became of each attempt; in a list, of the latest alone
 * @param message itself; not in a list
 */
@Schema(
        name = "Delivery",
        description = "A message to a subscription, and what became of it",
        requiredProperties = {"id", "territory", "after", "position", "state", "createdAt", "attempts"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryResponse(
        @Schema(
                examples = "msg_5e0c1f2a9b7d4c685e0c1f2a9b7d4c68",
                description = "The webhook-id that it is posted with")
        String id,

        @Schema(examples = "br-ba") String territory,

        @Schema(examples = "621") long after,
        @Schema(examples = "622") long position,

        @Schema(
                enumeration = {"waiting", "delivered", "failed", "cancelled"},
                description = "failed where it was asked for again and not taken for days")
        String state,

        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable Instant nextAttemptAt,

        @Schema(description = "The latest first; in a list, the latest alone")
        List<DeliveryAttempt> attempts,

        @Schema(
                type = SchemaType.OBJECT,
                oneOf = {WebhookMessage.LogDelivery.class, WebhookMessage.ObservationDelivery.class},
                description = "As it is posted; not in a list")
        @JsonRawValue
        @Nullable
        String message) {

    public DeliveryResponse {
        attempts = List.copyOf(attempts);
    }

    /**
     * An attempt.
     *
     * @param at when
     * @param status what the receiver answered
     * @param problem why it did not
     * @param millis how long it took, ms
     */
    @Schema(
            name = "DeliveryAttempt",
            description = "An attempt to post a message",
            requiredProperties = {"at", "millis"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeliveryAttempt(
            Instant at,

            @Schema(examples = "204", description = "What the receiver answered") @Nullable
            Integer status,

            @Schema(
                    enumeration = {"not-allowed", "not-resolved", "not-connected", "timeout", "too-many-redirects"},
                    description = "Why it did not answer")
            @Nullable
            String problem,

            @Schema(examples = "41", description = "How long it took, ms")
            int millis) {}
}
