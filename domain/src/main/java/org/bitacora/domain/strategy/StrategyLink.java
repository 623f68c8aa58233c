package org.bitacora.domain.strategy;

import java.util.List;
import org.bitacora.domain.json.JsonObjectReader;

/**
 * That one objective is thought to bring about another.
 *
 * @param from the code of the cause
 * @param to the code of the effect
 * @param hypothesis why that should be so
 * @param lagMonths how long it should take, in months
 */
public record StrategyLink(String from, String to, String hypothesis, int lagMonths) {

    private static final int MAX_LAG_MONTHS = 600;

    static StrategyLink read(JsonObjectReader at) {
        at.allowOnly(List.of("from", "to", "hypothesis", "lagMonths", "review"));
        return new StrategyLink(
                StrategyCodes.readCode(at, "from"),
                StrategyCodes.readCode(at, "to"),
                at.text("hypothesis", true),
                StrategySectionReader.whole(at, "lagMonths", 0, MAX_LAG_MONTHS));
    }
}
