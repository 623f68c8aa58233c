package org.bitacora.channels.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription shall be.
 *
 * @param url where messages are posted
 * @param topic what they tell
 * @param territories of which; of every one, also those to come, where none is named
 * @param types of which event types, each whole or as a beginning with {@code *}
 * @param indicators of which indicators
 * @param description for people
 * @param signature how messages are signed
 * @param after from where on they are told
 * @param state whether it is at work
 */
@Schema(description = "What a subscription shall be")
public record SubscriptionRequest(
        @Schema(
                required = true,
                examples = "https://partner.example.org/bitacora",
                maxLength = 2_000,
                description =
                        "Where messages are posted; not to this machine or its network, save where an operator allows it")
        @Nullable
        String url,

        @Schema(
                enumeration = {"log", "observations"},
                defaultValue = "log",
                description = "The entries of logs, or the values that moved; cannot be changed later")
        @Nullable
        String topic,

        @Schema(description = "The territories it is about; every one, also those to come, where none is named")
        @Nullable
        List<String> territories,

        @Schema(description = "Of the topic log, event types, whole or as a beginning with *; all where none is named")
        @Nullable
        List<String> types,

        @Schema(description = "Of the topic observations, codes of indicators; all where none is named") @Nullable
        List<String> indicators,

        @Schema(maxLength = 1_000, description = "For people") @Nullable
        String description,

        @Schema(
                enumeration = {"hmac-sha256", "ed25519"},
                defaultValue = "hmac-sha256",
                description = "How messages are signed; later with a new secret alone")
        @Nullable
        String signature,

        @Schema(
                examples = "br-ba:17",
                description = "From where on logs are told, as in the id of a stream: a position for each territory; of"
                        + " others from now on, or from where they are")
        @Nullable
        String after,

        @Schema(
                enumeration = {"active", "paused"},
                defaultValue = "active")
        @Nullable
        String state) {}
