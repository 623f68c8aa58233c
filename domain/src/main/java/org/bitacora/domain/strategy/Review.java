package org.bitacora.domain.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.JsonObjectReader;

/**
 * A review of a strategy: the tested assumptions, the lessons and the decisions.
 *
 * @param code the code of the review
 * @param period the period reviewed
 * @param on the day of the review
 * @param testedAssumptions the assumptions that were tested
 * @param lessons the lessons learned
 * @param decisions the decisions; the events that follow from them name this review
 * @param notes the explanations of the statuses of measures, by the codes of the measures
 */
public record Review(
        String code,
        Period period,
        LocalDate on,
        String testedAssumptions,
        String lessons,
        List<String> decisions,
        Map<String, String> notes) {

    public Review {
        decisions = List.copyOf(decisions);
        notes = Map.copyOf(notes);
    }

    static Review read(JsonObjectReader at) {
        at.allowOnly(List.of("code", "period", "on", "tested", "learned", "decisions", "notes"));
        Map<String, String> notes = new TreeMap<>();
        if (at.has("notes")) {
            at.child("notes")
                    .ifPresent(below ->
                            below.object().members().keySet().forEach(it -> notes.put(it, below.requiredText(it))));
        }
        return new Review(
                StrategyCodes.readCode(at, "code"),
                StrategySectionReader.period(at),
                StrategySectionReader.day(at, "on"),
                at.optionalText("tested"),
                at.requiredText("learned"),
                at.texts("decisions"),
                notes);
    }
}
