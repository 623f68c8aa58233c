package org.bitacora.domain.strategy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.JsonObjectReader;

/**
 * What somebody thinks of how an objective is reached (cuaderno, Step 14).
 *
 * @param code its own name
 * @param objective which
 * @param period of which time
 * @param method how that was found out
 * @param assessors whose judgement it is
 * @param rubric by which rubric; empty where it is words alone
 * @param level of the rubric
 * @param text what they say
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

    /** How a judgement came about. */
    public enum AssessmentMethod {
        FEEDBACK,
        PEER_EVALUATION,
        PROCESS_EVALUATION,
        IMPACT_EVALUATION,
        GOOD_PRACTICE;

        /** The word of the contract. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whose judgement it is. */
    public enum AssessorGroup {
        PARTICIPANTS,
        PEERS,
        EVALUATORS;

        /** The word of the contract. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ObjectiveAssessment read(JsonObjectReader at) {
        at.allowOnly(List.of("code", "objective", "period", "method", "by", "rubric", "level", "text"));
        if (at.has("rubric") != at.has("level")) {
            at.addViolation("level", "A rubric and a level of it are wanted together.");
        }
        var text = at.text("text", false);
        if (text.isEmpty() && !at.has("rubric")) {
            at.addViolation("text", "A text is wanted, or a level of a rubric.");
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
                Optional.of(at.text("rubric", false)).filter(it -> !it.isEmpty()),
                at.has("level") ? Optional.of(StrategySectionReader.whole(at, "level", 1, 1_000)) : Optional.empty(),
                text);
    }
}
