package org.bitacora.domain.strategy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Detail;

/**
 * An assessment of how well an objective is reached (cuaderno, Step 14).
 *
 * @param code the code of the assessment
 * @param objective the code of the objective
 * @param period the period assessed
 * @param method the method of the assessment
 * @param assessors the group of the assessors
 * @param rubric the rubric; empty if the assessment consists of text only
 * @param level the level of the rubric
 * @param text the assessment in words
 */
public record ObjectiveAssessment(
        String code,
        String objective,
        Period period,
        AssessmentMethod method,
        AssessorGroup assessors,
        Optional<String> rubric,
        Optional<Integer> level,
        String text) {

    /** The method of an assessment. */
    public enum AssessmentMethod {
        FEEDBACK,
        PEER_EVALUATION,
        PROCESS_EVALUATION,
        IMPACT_EVALUATION,
        GOOD_PRACTICE;

        /** The name that the contract uses for this method. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The group of the assessors. */
    public enum AssessorGroup {
        PARTICIPANTS,
        PEERS,
        EVALUATORS;

        /** The name that the contract uses for this group. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ObjectiveAssessment read(JsonObjectReader at) {
        at.allowOnly(List.of("code", "objective", "period", "method", "by", "rubric", "level", "text"));
        if (at.has("rubric") != at.has("level")) {
            at.addViolation("level", Detail.of("Expected both a rubric and a level, or neither."));
        }
        var text = at.optionalText("text");
        if (text.isEmpty() && !at.has("rubric")) {
            at.addViolation("text", Detail.of("Expected a text or a level of a rubric."));
        }
        return new ObjectiveAssessment(
                StrategyCodes.readCode(at, "code"),
                StrategyCodes.readCode(at, "objective"),
                StrategySectionReader.period(at),
                at.oneOf(
                        "method",
                        List.of(AssessmentMethod.values()),
                        AssessmentMethod::word,
                        AssessmentMethod.FEEDBACK),
                at.oneOf("by", List.of(AssessorGroup.values()), AssessorGroup::word, AssessorGroup.PARTICIPANTS),
                Optional.of(at.optionalText("rubric")).filter(it -> !it.isEmpty()),
                at.has("level") ? Optional.of(StrategySectionReader.whole(at, "level", 1, 1_000)) : Optional.empty(),
                text);
    }
}
