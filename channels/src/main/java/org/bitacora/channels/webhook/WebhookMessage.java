package org.bitacora.channels.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.bitacora.channels.message.LogEntryMessage;
import org.bitacora.channels.message.ObservationMessage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a message (Standard Webhooks 1.0, "Payload structure"). */
public sealed interface WebhookMessage {

    /** The message of the topic log. */
    @Schema(name = "LogDelivery", description = "The message of the topic log")
    record LogDelivery(
            @Schema(enumeration = "log.appended") String type,

            @Schema(description = "When the last entry was recorded")
            Instant timestamp,

            LogRangeMessage data)
            implements WebhookMessage {

        static LogDelivery of(String territory, long after, long position, List<LogEntryMessage> entries) {
            var range = new LogRangeMessage(territory, after, position, entries);
            return new LogDelivery("log.appended", entries.getLast().recordedAt(), range);
        }
    }

    /**
     * A range of a log.
     *
     * @param territory the code of the territory
     * @param after the position after which the range starts
     * @param position the last position of the range
     * @param entries the entries of the subscribed types
     */
    @Schema(name = "LogRangeMessage", description = "A range of a log; observations include all of its entries")
    record LogRangeMessage(
            @Schema(examples = "br-ba") String territory,

            @Schema(examples = "621", description = "The position up to which earlier messages cover the log")
            long after,

            @Schema(examples = "622", description = "The position up to which the log is covered after this message")
            long position,

            @Schema(maxItems = 100) List<LogEntryMessage> entries) {
        public LogRangeMessage {
            entries = List.copyOf(entries);
        }
    }

    /** The message of the topic observations. */
    @Schema(name = "ObservationDelivery", description = "The message of the topic observations")
    record ObservationDelivery(
            @Schema(enumeration = "observations.changed") String type,

            @Schema(description = "When the last entry of the range was recorded")
            Instant timestamp,

            ObservationRangeMessage data)
            implements WebhookMessage {

        static ObservationDelivery of(Instant timestamp, ObservationRangeMessage range) {
            return new ObservationDelivery("observations.changed", timestamp, range);
        }
    }

    /**
     * The observations that changed within a range of a log.
     *
     * @param territory the code of the territory
     * @param after the position after which the range starts
     * @param position the last position of the range
     * @param observations the changed values; absent if there are too many for a message
     * @param changes the URL of the changes with previous values and causes
     */
    @Schema(name = "ObservationRangeMessage", description = "The values that changed by a range of a log")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ObservationRangeMessage(
            @Schema(examples = "br-ba") String territory,

            @Schema(examples = "462", description = "The position up to which earlier messages cover the log")
            long after,

            @Schema(examples = "463", description = "The position up to which the log is covered after this message")
            long position,

            @Schema(
                    maxItems = 1_000,
                    description =
                            "The changed values of the subscribed indicators; absent if there are too many, then use changes")
            @Nullable
            List<ObservationMessage> observations,

            @Schema(
                    examples = "/v1/territories/br-ba/changes?after=462&limit=1",
                    description = "The URL of the changes, with previous values and causes")
            String changes) {

        private static final int MOST = 1_000;

        static ObservationRangeMessage of(
                String territory, long after, long position, List<ObservationMessage> changed) {
            var changes = "/v1/territories/" + territory + "/changes?after=" + after + "&limit=" + (position - after);
            return new ObservationRangeMessage(
                    territory, after, position, changed.size() > MOST ? null : List.copyOf(changed), changes);
        }
    }
}
