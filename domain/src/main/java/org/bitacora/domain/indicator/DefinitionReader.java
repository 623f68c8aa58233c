package org.bitacora.domain.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.indicator.Definition.Direction;
import org.bitacora.domain.indicator.Definition.Frequency;
import org.bitacora.domain.indicator.Definition.Hierarchy;
import org.bitacora.domain.indicator.Definition.Level;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.Members;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/** Makes definitions of JSON (design, section 5). What is not one is told with the path of everything wrong in it. */
public final class DefinitionReader {

    private static final List<Transition> DATES = List.of(Transition.PLANNED, Transition.FORMALISED, Transition.ENDED);

    private final String code;
    private final Members members;
    private final Function<String, Optional<Definition>> known;

    private DefinitionReader(String code, Members members, Function<String, Optional<Definition>> known) {
        this.code = code;
        this.members = members;
        this.known = known;
    }

    /** What became of reading. */
    public sealed interface Read {

        /** A definition. */
        record Made(Definition definition) implements Read {}

        /** None, as all of this is wrong with it. */
        record Wrong(List<Violation> violations) implements Read {
            public Wrong {
                violations = List.copyOf(violations);
            }
        }
    }

    /**
     * Reads a definition.
     *
     * @param known finds the definitions that it may name
     */
    public static Read read(String code, int version, Json.Obj data, Function<String, Optional<Definition>> known) {
        var found = new ArrayList<Violation>();
        var members = new Members(Pointer.ROOT, data, found);
        if (!Definition.isCode(code)) {
            members.wrong("code", "Words of a-z and 0-9 are wanted, with a dot or a hyphen between them.");
        }
        var definition = new DefinitionReader(code, members, known).definition(version);
        return definition.isPresent() && found.isEmpty() ? new Read.Made(definition.get()) : new Read.Wrong(found);
    }

    private Optional<Definition> definition(int version) {
        members.only(DefinitionWriter.MEMBERS);
        var name = Names.read(members, "name", true);
        var unit = members.text("unit", true);
        var date = members.word("date", DATES, Transition::word, Transition.FORMALISED);
        var direction = members.word("direction", List.of(Direction.values()), Direction::word, Direction.INCREASE);
        var level = members.word("level", List.of(Level.values()), Level::word, Level.OUTPUT);
        var hierarchy = members.word("hierarchy", List.of(Hierarchy.values()), Hierarchy::word, Hierarchy.OPERATIONAL);
        var frequency = members.word("frequency", List.of(Frequency.values()), Frequency::word, Frequency.YEARLY);
        var group = members.text("group", false);
        var sheet = sheet();
        var measure = members.child("measure").flatMap(it -> new MeasureReader(code, known).measure(it));
        return measure.filter(it -> isOfItsUnits(it, unit) && members.isSound())
                .map(it -> new Definition(
                        code, version, name, it, date, unit, direction, level, hierarchy, frequency, group, sheet));
    }

    private Sheet sheet() {
        return new Sheet(
                Names.read(members, "measures", false),
                Names.read(members, "purpose", false),
                Names.read(members, "information", false),
                Names.read(members, "formula", false),
                Names.read(members, "owner", false),
                Names.read(members, "limits", false),
                Names.read(members, "source", false));
    }

    /** A share is of like things; what is not, such as jobs for each investment, says so in its unit: jobs/activities. */
    private boolean isOfItsUnits(Measure measure, String unit) {
        if (measure instanceof Measure.Ratio(var numerator, var denominator, var _)
                && !numerator.unit().equals(denominator.unit())
                && !unit.equals(measure.unit())) {
            members.wrong(
                    "measure",
                    "A ratio of different units, " + numerator.unit() + " and " + denominator.unit()
                            + ": make them the same, or let the unit of the definition be " + measure.unit() + ".");
            return false;
        }
        return true;
    }
}
