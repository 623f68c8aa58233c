package org.bitacora.domain.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.identifier.IndicatorCode;
import org.bitacora.domain.indicator.Definition.Direction;
import org.bitacora.domain.indicator.Definition.Frequency;
import org.bitacora.domain.indicator.Definition.Hierarchy;
import org.bitacora.domain.indicator.Definition.ResultLevel;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/**
 * Reads and validates definitions in JSON (design, section 5). An invalid definition is reported with the pointers of
 * all violations.
 */
public final class DefinitionReader {

    private static final List<Transition> DATES = List.of(Transition.PLANNED, Transition.FORMALISED, Transition.ENDED);

    private final String code;
    private final JsonObjectReader jsonObjectReader;
    private final Function<String, Optional<Definition>> known;

    private DefinitionReader(
            String code, JsonObjectReader jsonObjectReader, Function<String, Optional<Definition>> known) {
        this.code = code;
        this.jsonObjectReader = jsonObjectReader;
        this.known = known;
    }

    /** The result of reading a definition. */
    public sealed interface DefinitionResult {

        /** A valid definition. */
        record ValidDefinition(Definition definition) implements DefinitionResult {}

        /** An invalid definition, with all its violations. */
        record InvalidDefinition(List<Violation> violations) implements DefinitionResult {
            public InvalidDefinition {
                violations = List.copyOf(violations);
            }
        }
    }

    /**
     * Reads a definition.
     *
     * @param known finds the definitions to which it may refer
     */
    public static DefinitionResult read(
            String code, int version, Json.Obj data, Function<String, Optional<Definition>> known) {
        var found = new ArrayList<Violation>();
        var jsonObjectReader = new JsonObjectReader(Pointer.ROOT, data, found);
        if (!IndicatorCode.isWellFormed(code)) {
            jsonObjectReader.addViolation(
                    "code", Detail.of("Expected words of a-z and 0-9, separated by dots or hyphens."));
        }
        var definition = new DefinitionReader(code, jsonObjectReader, known).definition(version);
        return definition.isPresent() && found.isEmpty()
                ? new DefinitionResult.ValidDefinition(definition.get())
                : new DefinitionResult.InvalidDefinition(found);
    }

    /**
     * The violations in the data of an event that defines an indicator, with pointers below {@code at}. The definitions
     * to which it refers must be contained in it.
     */
    static List<Violation> violations(Pointer at, Json.Obj data) {
        var found = new ArrayList<Violation>();
        var reader = new DefinitionReader("defined", new JsonObjectReader(at, data, found), _ -> Optional.empty());
        if (reader.definition(1).isEmpty() && found.isEmpty()) {
            found.add(new Violation(at, Detail.of("Expected a definition.")));
        }
        return found;
    }

    private Optional<Definition> definition(int version) {
        jsonObjectReader.allowOnly(DefinitionWriter.MEMBERS);
        var name = LocalizedText.readRequired(jsonObjectReader, "name");
        var unit = jsonObjectReader.requiredText("unit");
        var date = jsonObjectReader.oneOf("date", DATES, Transition::word, Transition.FORMALISED);
        var direction =
                jsonObjectReader.oneOf("direction", List.of(Direction.values()), Direction::word, Direction.INCREASE);
        var resultLevel =
                jsonObjectReader.oneOf("level", List.of(ResultLevel.values()), ResultLevel::word, ResultLevel.OUTPUT);
        var hierarchy = jsonObjectReader.oneOf(
                "hierarchy", List.of(Hierarchy.values()), Hierarchy::word, Hierarchy.OPERATIONAL);
        var frequency =
                jsonObjectReader.oneOf("frequency", List.of(Frequency.values()), Frequency::word, Frequency.YEARLY);
        var group = jsonObjectReader.optionalText("group");
        var indicatorMetadata = metadata();
        var measure = jsonObjectReader.child("measure").flatMap(it -> new MeasureReader(code, known).measure(it));
        return measure.filter(it -> hasConsistentUnits(it, unit) && jsonObjectReader.isValid())
                .map(it -> new Definition(
                        new IndicatorCode(code),
                        version,
                        name,
                        it,
                        date,
                        unit,
                        direction,
                        resultLevel,
                        hierarchy,
                        frequency,
                        group,
                        indicatorMetadata));
    }

    private IndicatorMetadata metadata() {
        return new IndicatorMetadata(
                LocalizedText.readOptional(jsonObjectReader, "measures"),
                LocalizedText.readOptional(jsonObjectReader, "purpose"),
                LocalizedText.readOptional(jsonObjectReader, "information"),
                LocalizedText.readOptional(jsonObjectReader, "formula"),
                LocalizedText.readOptional(jsonObjectReader, "owner"),
                LocalizedText.readOptional(jsonObjectReader, "limits"),
                LocalizedText.readOptional(jsonObjectReader, "source"));
    }

    /**
     * The numerator and the denominator of a ratio have the same unit, or the unit of the definition names both, for
     * example jobs/activities.
     */
    private boolean hasConsistentUnits(Measure measure, String unit) {
        if (measure instanceof Measure.Ratio(var numerator, var denominator, var _)
                && !numerator.unit().equals(denominator.unit())
                && !unit.equals(measure.unit())) {
            jsonObjectReader.addViolation(
                    "measure",
                    Detail.of(
                            "The ratio has different units, {0} and {1}. Use the same unit in both measures, or {2} as the unit of the definition.",
                            numerator.unit(), denominator.unit(), measure.unit()));
            return false;
        }
        return true;
    }
}
