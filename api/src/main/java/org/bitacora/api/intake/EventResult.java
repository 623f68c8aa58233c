package org.bitacora.api.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.bitacora.application.intake.IntakeResult;
import org.bitacora.http.language.DetailRenderer;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemResponse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The result of a posted event.
 *
 * @param status appended, duplicate, rejected, or not-stored because another event of the atomic batch was
 *     rejected
 * @param territory the code of the territory; null if the status is rejected or not-stored
 * @param activity the name of the activity, or another subject within the territory; null like the territory
 * @param position the position in the log; null like the territory
 * @param warnings what is unlikely in the appended event; null if nothing is
 * @param problem why the event was rejected; null otherwise
 */
@Schema(description = "The result of a posted event")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventResult(
        @Schema(
                enumeration = {"appended", "duplicate", "rejected", "not-stored"},
                required = true)
        String status,

        @Schema(examples = "br-ba") @Nullable String territory,
        @Schema(examples = "visita-2014-0203") @Nullable String activity,

        @Schema(examples = "18", description = "The position of the event in the log") @Nullable
        Long position,

        @Schema(description = "What is unlikely in the event, such as a date in the future") @Nullable
        List<ProblemResponse.ProblemError> warnings,

        @Nullable ProblemResponse problem) {

    static EventResult of(IntakeResult intakeResult, DetailRenderer detailRenderer) {
        return switch (intakeResult) {
            case IntakeResult.Appended it ->
                new EventResult(
                        "appended", it.territory(), it.activity(), it.position(), warnings(it, detailRenderer), null);
            case IntakeResult.Duplicate it ->
                new EventResult("duplicate", it.territory(), it.activity(), it.position(), null, null);
            case IntakeResult.Rejected it ->
                new EventResult(
                        "rejected",
                        null,
                        null,
                        null,
                        null,
                        ProblemResponse.of(Problem.of(it.refusal()), detailRenderer));
            case IntakeResult.NotStored() -> new EventResult("not-stored", null, null, null, null, null);
        };
    }

    private static @Nullable List<ProblemResponse.ProblemError> warnings(
            IntakeResult.Appended appended, DetailRenderer detailRenderer) {
        return appended.warnings().isEmpty() ? null : ProblemResponse.errors(appended.warnings(), detailRenderer);
    }
}
