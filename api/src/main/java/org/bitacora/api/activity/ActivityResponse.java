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
 * An activity as it was known between two positions.
 *
 * @param activity its name
 * @param title its title
 * @param kind what it is
 * @param status where it stands
 * @param start its beginning, a partial date
 * @param end its end, a partial date
 * @param planned when it was planned for
 * @param formalised when it was formalised
 * @param ended when it ended
 * @param categories its categories
 * @param countries the countries of its counterparts
 * @param source who first stated it
 * @param knownFrom the position from which on this was known
 * @param knownTo the position at which something else became known; absent where this is current
 * @param recordedAt when the entry at knownFrom was recorded
 * @param inconsistencies what does not fit together in what was said of it
 * @param data what was said of it, merged
 */
@Schema(name = "ActivityResponse", description = "An activity as it was known between two positions")
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

    /** The columns of the table, in their order. */
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
     * When a transition took effect: between two days, the same where it is known to the day.
     *
     * @param from the first day that it can have been; absent where the date is unknown
     * @param to the last
     */
    @Schema(
            name = "TransitionDates",
            description =
                    "The first and the last day on which a transition can have taken effect; none where its date is unknown")
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
