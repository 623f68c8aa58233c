package org.bitacora.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Set;
import org.bitacora.domain.activity.Transition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionTest {

    private static final Names NAMES = new Names("Acuerdos", "Acordos", "Agreements");
    private static final Filter AGREEMENTS = new Filter(Map.of(Field.KIND, Set.of("agreement")));

    @ParameterizedTest
    @ValueSource(strings = {"bh.agreements", "basic.a-1", "x", "25", "bahia.events-abroad.2"})
    void aCodeIsWordsWithDotsAndHyphensBetweenThem(String code) {
        assertThat(definition(code, 1, Transition.FORMALISED).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BH.agreements", "bh.", ".bh", "bh..x", "bh agreements", "bh_x", "bh.-x", "bh/x"})
    void anythingElseIsNoCode(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> definition(code, 1, Transition.FORMALISED))
                .withMessageStartingWith("code:");
    }

    @Test
    void versionsCountFromOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> definition("x", 0, Transition.FORMALISED))
                .withMessageStartingWith("version:");
    }

    @Test
    void anUndoingPlacesNothingInAPeriod() {
        assertThat(definition("x", 1, Transition.PLANNED).date()).isEqualTo(Transition.PLANNED);
        assertThat(definition("x", 1, Transition.ENDED).date()).isEqualTo(Transition.ENDED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> definition("x", 1, Transition.UNDONE))
                .withMessageStartingWith("date:");
    }

    @ParameterizedTest
    @CsvSource({"outcomes, tactical, level:", "'', tactical, level:", "output, tactic, hierarchy:"})
    void levelAndHierarchyAreClosedVocabularies(String level, String hierarchy, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> definition(level, hierarchy))
                .withMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource({"input, strategic", "process, tactical", "output, operational", "outcome, tactical", "impact, tactical"
    })
    void everyWordOfThemIsTaken(String level, String hierarchy) {
        assertThat(definition(level, hierarchy).level()).isEqualTo(level);
    }

    @Test
    void formalisedAndEndedActivitiesCountWhereNoStatusIsNamed() {
        var activities = definition("x", 1, Transition.FORMALISED).activities();

        assertThat(activities.of(Field.STATUS).orElseThrow()).containsExactlyInAnyOrder("formalised", "ended");
        assertThat(activities.of(Field.KIND)).contains(Set.of("agreement"));
    }

    @Test
    void aStatusThatIsNamedStands() {
        var planned = new Filter(Map.of(Field.STATUS, Set.of("planned")));
        var definition = definition(new Measure.CountActivities(planned));

        var activities = definition.activities();

        assertThat(activities).isEqualTo(planned);
    }

    @Test
    void aSumIsOfANamedQuantity() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Measure.SumQuantity(" ", AGREEMENTS));
    }

    private static Definition definition(String code, int version, Transition date) {
        var measure = new Measure.CountActivities(AGREEMENTS);
        return new Definition(
                code,
                version,
                NAMES,
                measure,
                date,
                "agreements",
                Definition.Direction.INCREASE,
                "output",
                "tactical",
                "belo-horizonte",
                NAMES);
    }

    private static Definition definition(String level, String hierarchy) {
        var measure = new Measure.CountActivities(AGREEMENTS);
        return new Definition(
                "x",
                1,
                NAMES,
                measure,
                Transition.FORMALISED,
                "agreements",
                Definition.Direction.INCREASE,
                level,
                hierarchy,
                "belo-horizonte",
                NAMES);
    }

    private static Definition definition(Measure measure) {
        return new Definition(
                "x",
                1,
                NAMES,
                measure,
                Transition.FORMALISED,
                "agreements",
                Definition.Direction.INCREASE,
                "output",
                "tactical",
                "belo-horizonte",
                NAMES);
    }
}
