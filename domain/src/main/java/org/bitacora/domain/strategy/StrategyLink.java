package org.bitacora.domain.strategy;

import java.util.List;
import org.bitacora.domain.json.JsonObjectReader;

/**
 * A hypothesis that one objective brings about another.
 *
 * @param from the code of the cause
 * @param to the code of the effect
 * @param hypothesis the reasoning for the link
 * @param lagMonths the expected delay in months
 */
public record StrategyLink(String from, String to, String hypothesis, int lagMonths) {

    private static final int MAX_LAG_MONTHS = 600;

    static StrategyLink read(JsonObjectReader at) {
        at.allowOnly(List.of("from", "to", "hypothesis", "lagMonths", "review"));
        return new StrategyLink(
                StrategyCodes.readCode(at, "from"),
                StrategyCodes.readCode(at, "to"),
                at.requiredText("hypothesis"),
                StrategySectionReader.whole(at, "lagMonths", 0, MAX_LAG_MONTHS));
    }
}
