package org.bitacora.domain.strategy;

import java.util.List;
import org.bitacora.domain.json.Members;

/**
 * That one objective is thought to bring about another.
 *
 * @param from the code of the cause
 * @param to the code of the effect
 * @param hypothesis why that should be so
 * @param lagMonths how long it should take, in months
 */
public record Link(String from, String to, String hypothesis, int lagMonths) {

    private static final int LONGEST = 600;

    static Link read(Members at) {
        at.only(List.of("from", "to", "hypothesis", "lagMonths", "review"));
        return new Link(
                Codes.read(at, "from"),
                Codes.read(at, "to"),
                at.text("hypothesis", true),
                PartReader.whole(at, "lagMonths", 0, LONGEST));
    }
}
