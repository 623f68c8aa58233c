package org.bitacora.channels.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request to create or change a subscription.
 *
 * @param url the URL that messages are sent to
 * @param topic the topic
 * @param territories the codes of the territories; empty for all, including future ones
 * @param types the event types, each a full name or a prefix followed by {@code *}
 * @param indicators the codes of the indicators
 * @param description a description for users
 * @param signature the signature algorithm
 * @param after the positions to start from
 * @param state active or paused
 */
@Schema(description = "A request to create or change a subscription")
public record SubscriptionRequest(
        @Schema(
                required = true,
                examples = "https://partner.example.org/bitacora",
                maxLength = 2_000,
                description = "The URL that messages are sent to; it must not be on this machine or its network"
                        + " unless the operator allows it")
        @Nullable
        String url,

        @Schema(
                enumeration = {"log", "observations"},
                defaultValue = "log",
                description = "Log entries or changed observations; cannot be changed later")
        @Nullable
        String topic,

        @Schema(description = "The codes of the territories; if empty, all territories, including future ones")
        @Nullable
        List<String> territories,

        @Schema(description = "For the topic log: event types, complete or as a prefix with *; if empty, all") @Nullable
        List<String> types,

        @Schema(description = "For the topic observations: codes of indicators; if empty, all") @Nullable
        List<String> indicators,

        @Schema(maxLength = 1_000, description = "A description for users") @Nullable
        String description,

        @Schema(
                enumeration = {"hmac-sha256", "ed25519"},
                defaultValue = "hmac-sha256",
                description = "The signature algorithm; can be changed later only by renewing the secret")
        @Nullable
        String signature,

        @Schema(
                examples = "br-ba:17",
                description = "The position to start after for each territory, in the format of the event ids of"
                        + " a stream; other territories start at the head of their log, or stay at their"
                        + " current position")
        @Nullable
        String after,

        @Schema(
                enumeration = {"active", "paused"},
                defaultValue = "active")
        @Nullable
        String state) {}
