package org.bitacora.projections.indicator.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.projections.indicator.Question;

/** What a value is made of: one measure, or the two of a ratio. */
public final class Operands {

    private Operands() {}

    /** The measures of a ratio, or the one that there is; what they name by its code stands for itself. */
    public static List<Measure> of(Measure measure) {
        return switch (measure) {
            case Measure.Ratio(var numerator, var denominator, var _) -> List.of(named(numerator), named(denominator));
            case Measure.Rubric rubric -> List.of(rubric, rubric);
            case Measure.Simple simple -> List.of(named(simple));
        };
    }

    private static Measure named(Measure.Simple measure) {
        return measure instanceof Measure.Of(var _, var _, var of) ? named(of) : measure;
    }

    /** What can be asked of activities, for each operand; empty where reports make it. */
    public static List<Optional<Leaf>> leaves(Question question, boolean isRolledUp) {
        var operands = of(question.definition().measure());
        var leaves = new ArrayList<Optional<Leaf>>();
        for (int side = 0; side < operands.size(); side++) {
            leaves.add(
                    operands.get(side) instanceof Measure.OfActivities of
                            ? Optional.of(leaf(of, side, question, isRolledUp))
                            : Optional.empty());
        }
        return leaves;
    }

    private static Leaf leaf(Measure.OfActivities measure, int side, Question question, boolean isRolledUp) {
        var leaf = Leaf.of(measure, question, isRolledUp);
        return measure instanceof Measure.Rubric && side == 0 ? leaf.aboveTheLevel() : leaf;
    }
}
