package org.bitacora.channels.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.bitacora.channels.message.LogEntryMessage;
import org.bitacora.channels.message.ObservationMessage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is posted (Standard Webhooks 1.0, "Payload structure"). */
public sealed interface WebhookMessage {

    /** Entries of a log, in their order: those after a position, up to another. */
    @Schema(
            name = "LogMessage",
            description = "What a webhook of the topic log is posted",
            requiredProperties = {"type", "timestamp", "data"})
    record LogDelivery(
            @Schema(enumeration = "log.appended") String type,

            @Schema(description = "When the last of it was recorded")
            Instant timestamp,

            LogRangeMessage data)
            implements WebhookMessage {

        static LogDelivery of(String territory, long after, long position, List<LogEntryMessage> entries) {
            var told = new LogRangeMessage(territory, after, position, entries);
            return new LogDelivery("log.appended", entries.getLast().recordedAt(), told);
        }
    }

    /**
     * A stretch of a log.
     *
     * @param territory whose
     * @param after after which position
     * @param position up to which
     * @param entries those of the types that are subscribed to
     */
    @Schema(
            name = "LogTold",
            description = "A stretch of a log: figures have come to its end by then",
            requiredProperties = {"territory", "after", "position", "entries"})
    record LogRangeMessage(
            @Schema(examples = "br-ba") String territory,

            @Schema(examples = "621", description = "All up to here was told before")
            long after,

            @Schema(examples = "622", description = "All up to here is told by now")
            long position,

            @Schema(maxItems = 100) List<LogEntryMessage> entries) {
        public LogRangeMessage {
            entries = List.copyOf(entries);
        }
    }

    /** Values that moved with what was recorded after a position, up to another. */
    @Schema(
            name = "ObservationsMessage",
            description = "What a webhook of the topic observations is posted",
            requiredProperties = {"type", "timestamp", "data"})
    record ObservationDelivery(
            @Schema(enumeration = "observations.changed") String type,

            @Schema(description = "When the last of what moved them was recorded")
            Instant timestamp,

            ObservationRangeMessage data)
            implements WebhookMessage {

        static ObservationDelivery of(Instant timestamp, ObservationRangeMessage told) {
            return new ObservationDelivery("observations.changed", timestamp, told);
        }
    }

    /**
     * The values that moved over a stretch of a log.
     *
     * @param territory whose
     * @param after after which position
     * @param position up to which
     * @param observations what moved; absent where it is too much for a message
     * @param changes where they are with what they were, and what moved them
     */
    @Schema(
            name = "FiguresTold",
            description = "The values that moved over a stretch of a log",
            requiredProperties = {"territory", "after", "position", "changes"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ObservationRangeMessage(
            @Schema(examples = "br-ba") String territory,

            @Schema(examples = "462", description = "What moved up to here was told before")
            long after,

            @Schema(examples = "463", description = "What moved up to here is told by now")
            long position,

            @Schema(
                    maxItems = 1_000,
                    description = "Of those that are subscribed to; absent where there are too many: ask for changes")
            @Nullable
            List<ObservationMessage> observations,

            @Schema(
                    examples = "/v1/territories/br-ba/changes?after=462&limit=1",
                    description = "Where they are with what they were, and what moved them")
            String changes) {

        private static final int MOST = 1_000;

        static ObservationRangeMessage of(String territory, long after, long position, List<ObservationMessage> moved) {
            var changes = "/v1/territories/" + territory + "/changes?after=" + after + "&limit=" + (position - after);
            return new ObservationRangeMessage(
                    territory, after, position, moved.size() > MOST ? null : List.copyOf(moved), changes);
        }
    }
}
