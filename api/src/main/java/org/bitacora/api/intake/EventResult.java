package org.bitacora.api.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.bitacora.application.intake.IntakeResult;
import org.bitacora.http.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of an event.
 *
 * @param status appended, duplicate, rejected, or not-stored
 * @param territory whose log it is in
 * @param activity which activity it speaks of
 * @param position where it is in the log
 * @param problem why it is not
 */
@Schema(description = "What became of an event")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventResult(
        @Schema(
                enumeration = {"appended", "duplicate", "rejected", "not-stored"},
                required = true)
        String status,

        @Schema(examples = "br-ba") @Nullable String territory,
        @Schema(examples = "visita-2014-0203") @Nullable String activity,

        @Schema(examples = "18", description = "Where it is in the log") @Nullable
        Long position,

        @Nullable Problem problem) {

    static EventResult of(IntakeResult intakeResult) {
        return switch (intakeResult) {
            case IntakeResult.Appended it ->
                new EventResult("appended", it.territory(), it.activity(), it.position(), null);
            case IntakeResult.Duplicate it ->
                new EventResult("duplicate", it.territory(), it.activity(), it.position(), null);
            case IntakeResult.Rejected it -> new EventResult("rejected", null, null, null, Problem.of(it.refusal()));
            case IntakeResult.NotStored() -> new EventResult("not-stored", null, null, null, null);
        };
    }
}
