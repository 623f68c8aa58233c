package org.bitacora.api.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bitacora.projections.activity.ActivityRow;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A version of an activity: one state, and the positions between which it was the latest knowledge.
 *
 * @param activity the name of the activity
 * @param title the title
 * @param kind the kind of activity
 * @param status the furthest stated transition, or cancelled, withdrawn or unstated
 * @param start the start, a partial date
 * @param end the end, a partial date
 * @param planned the days between which the activity is planned
 * @param formalised the days between which it was formalised
 * @param ended the days between which it ended
 * @param categories the categories
 * @param countries the countries of the counterparts, ISO 3166-1 alpha-2
 * @param source the source of the first event
 * @param knownFrom the position at which this version starts
 * @param knownTo the position at which the next version starts; null if this version is current
 * @param recordedAt when the entry at {@code knownFrom} was recorded
 * @param inconsistencies the contradictions between the events of the activity
 * @param data the merged data of the events, as JSON text
 */
@Schema(
        name = "ActivityResponse",
        description =
                "A version of an activity: one state, and the positions" + " between which it was the latest knowledge")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActivityResponse(
        @Schema(examples = "visita-2014-0203") String activity,
        @Schema(examples = "Delegation of Rosario") String title,
        @Schema(examples = "visit") @Nullable String kind,

        @Schema(enumeration = {"unstated", "planned", "formalised", "ended", "cancelled", "withdrawn"})
        String status,

        @Schema(examples = "2014-05-12") @Nullable String start,
        @Schema(examples = "2014-05") @Nullable String end,
        @Nullable TransitionDates planned,
        @Nullable TransitionDates formalised,
        @Nullable TransitionDates ended,
        List<String> categories,
        List<String> countries,
        String source,
        long knownFrom,
        @Nullable Long knownTo,
        Instant recordedAt,
        List<String> inconsistencies,

        @Schema(type = SchemaType.OBJECT, additionalProperties = Schema.True.class) @JsonRawValue
        String data) {

    /** The columns of the CSV table, in order. */
    public static final List<String> COLUMNS = List.of(
            "activity",
            "title",
            "kind",
            "status",
            "start",
            "end",
            "formalisedFrom",
            "formalisedTo",
            "categories",
            "countries",
            "source",
            "knownFrom",
            "recordedAt",
            "inconsistencies");

    /**
     * The days between which a transition took effect; both are the same if the date has the precision of a
     * day.
     *
     * @param from the first possible day; null if the date is unknown
     * @param to the last possible day; null if the date is unknown
     */
    @Schema(
            name = "TransitionDates",
            description = "The first and the last day on which the transition can have taken effect; both are"
                    + " absent if the date is unknown")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TransitionDates(
            @Nullable LocalDate from, @Nullable LocalDate to) {
        static @Nullable TransitionDates of(@Nullable LocalDate from, @Nullable LocalDate to) {
            if (from == null || to == null) {
                return null;
            }
            return from.getYear() == 1 ? new TransitionDates(null, null) : new TransitionDates(from, to);
        }
    }

    static ActivityResponse of(ActivityRow row) {
        return new ActivityResponse(
                row.activity,
                row.title,
                row.kind,
                row.status,
                row.start,
                row.end,
                TransitionDates.of(row.plannedFrom, row.plannedTo),
                TransitionDates.of(row.formalisedFrom, row.formalisedTo),
                TransitionDates.of(row.endedFrom, row.endedTo),
                List.of(row.categories),
                List.of(row.countries),
                row.source,
                row.knownFrom,
                row.knownTo,
                row.recordedAt,
                List.of(row.inconsistencies),
                row.data);
    }

    List<String> cells() {
        return List.of(
                activity,
                title,
                text(kind),
                status,
                text(start),
                text(end),
                text(formalised == null ? null : formalised.from()),
                text(formalised == null ? null : formalised.to()),
                String.join(" ", categories),
                String.join(" ", countries),
                source,
                Long.toString(knownFrom),
                recordedAt.toString(),
                String.join(" ", inconsistencies));
    }

    private static String text(@Nullable Object value) {
        return Optional.ofNullable(value).map(Object::toString).orElse("");
    }
}
