package org.bitacora.domain.strategy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.Members;

/**
 * What somebody thinks of how an objective is reached (cuaderno, Step 14).
 *
 * @param code its own name
 * @param objective which
 * @param period of which time
 * @param method how that was found out
 * @param by whose judgement it is
 * @param rubric by which rubric; empty where it is words alone
 * @param level of the rubric
 * @param text what they say
 */
public record Assessment(
        String code,
        String objective,
        Period period,
        Method method,
        By by,
        Optional<String> rubric,
        Optional<Integer> level,
        String text) {

    /** How a judgement came about. */
    public enum Method {
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
    public enum By {
        PARTICIPANTS,
        PEERS,
        EVALUATORS;

        /** The word of the contract. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Assessment read(Members at) {
        at.only(List.of("code", "objective", "period", "method", "by", "rubric", "level", "text"));
        if (at.has("rubric") != at.has("level")) {
            at.wrong("level", "A rubric and a level of it are wanted together.");
        }
        var text = at.text("text", false);
        if (text.isEmpty() && !at.has("rubric")) {
            at.wrong("text", "A text is wanted, or a level of a rubric.");
        }
        return new Assessment(
                Codes.read(at, "code"),
                Codes.read(at, "objective"),
                PartReader.period(at),
                at.word("method", List.of(Method.values()), Method::word, Method.FEEDBACK),
                at.word("by", List.of(By.values()), By::word, By.PARTICIPANTS),
                Optional.of(at.text("rubric", false)).filter(it -> !it.isEmpty()),
                at.has("level") ? Optional.of(PartReader.whole(at, "level", 1, 1_000)) : Optional.empty(),
                text);
    }
}
