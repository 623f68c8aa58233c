package org.bitacora.domain.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.JsonObjectReader;

/**
 * That a strategy was looked at: what was tested, what was learned, what was decided.
 *
 * @param code its own name
 * @param period of which time
 * @param on the day of it
 * @param testedAssumptions what was put to the test
 * @param lessons what came out
 * @param decisions what was decided; the events that follow from them name this review
 * @param notes why measures stand as they do, by their codes
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
                            below.object().members().keySet().forEach(it -> notes.put(it, below.text(it, true))));
        }
        return new Review(
                StrategyCodes.readCode(at, "code"),
                StrategySectionReader.period(at),
                StrategySectionReader.day(at, "on"),
                at.text("tested", false),
                at.text("learned", true),
                at.texts("decisions"),
                notes);
    }
}
