package org.bitacora.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.indicator.DefinitionReader.DefinitionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionReaderTest extends DefinitionFixture {

    @ParameterizedTest
    @ValueSource(strings = {"bh.agreements", "basic.a-1", "x", "25", "bahia.events-abroad.2"})
    void aCodeConsistsOfWordsSeparatedByDotsAndHyphens(String code) {
        assertThat(read(code, "\"unit\": \"u\", \"measure\": {\"count\": \"activities\"}"))
                .isInstanceOf(DefinitionResult.ValidDefinition.class);
    }

    @Test
    void formalisedAndEndedActivitiesAreCountedByDefault() {
        var count =
                (Measure.ActivityMeasure) measure("{\"count\": \"activities\", \"where\": {\"kind\": [\"visit\"]}}");

        var activities = Definition.effectiveFilter(count);

        assertThat(activities.valuesOf(FilterField.STATUS).orElseThrow())
                .containsExactlyInAnyOrder("formalised", "ended");
        assertThat(activities.valuesOf(FilterField.KIND)).contains(Set.of("visit"));
    }

    @Test
    void aStoredWhereKeepsItsFormerWordAndBothWordsAtOnceAreRefused() {
        var former = "{\"count\": \"activities\", \"where\": {\"counterpart-type\": [\"company\"]}}";
        var current = "{\"count\": \"activities\", \"where\": {\"counterpartType\": [\"company\"]}}";
        var both = "\"unit\": \"u\", \"measure\": {\"count\": \"activities\","
                + " \"where\": {\"counterpart-type\": [\"company\"], \"counterpartType\": [\"media\"]}}";

        assertThat(measure(former)).isEqualTo(measure(current));
        assertThat(DefinitionWriter.write(measure(former)).object("where").texts("counterpartType"))
                .containsExactly("company");
        assertThat(read("x", both)).isNotInstanceOf(DefinitionResult.ValidDefinition.class);
    }

    @Test
    void aStatusThatIsNamedStands() {
        var count = (Measure.ActivityMeasure)
                measure("{\"count\": \"activities\", \"where\": {\"status\": [\"planned\"]}}");

        assertThat(Definition.effectiveFilter(count).valuesOf(FilterField.STATUS))
                .contains(Set.of("planned"));
    }

    @Test
    void aStockIgnoresTheStatus() {
        var stock = (Measure.ActivityMeasure)
                measure("{\"stock\": \"activities\", \"where\": {\"status\": [\"planned\"]}}");

        assertThat(Definition.effectiveFilter(stock)
                        .valuesOf(FilterField.STATUS)
                        .orElseThrow())
                .containsExactlyInAnyOrder("formalised", "ended");
    }

    @Test
    void everyMeasureIsRead() {
        assertThat(measure("{\"count\": \"countries\"}"))
                .isEqualTo(new Measure.Count(CountedEntity.COUNTRIES, "countries", Filter.EVERYTHING));
        assertThat(measure("{\"count\": \"activities\", \"unit\": \"projects\"}")
                        .unit())
                .isEqualTo("projects");
        assertThat(measure("{\"sum\": \"jobs\"}")).isEqualTo(new Measure.QuantitySum("jobs", Filter.EVERYTHING));
        assertThat(measure("{\"sum\": {\"money\": \"USD\", \"purpose\": \"cooperation\"}}"))
                .isEqualTo(new Measure.MoneySum("USD", Optional.of("cooperation"), Filter.EVERYTHING));
        assertThat(measure("{\"stock\": \"activities\"}"))
                .isEqualTo(new Measure.Stock("activities", Filter.EVERYTHING));
        assertThat(measure("{\"reported\": \"tourists\", \"over\": \"sum\", \"unit\": \"persons\"}"))
                .isEqualTo(new Measure.ReportedSeries("tourists", TimeAggregation.SUM, "persons"));
        assertThat(measure("{\"rubric\": \"trust\", \"atLeast\": 3}"))
                .isEqualTo(new Measure.RubricShare("trust", 3, Filter.EVERYTHING));
        assertThat(measure("""
                        {"ratio": {"numerator": {"sum": "jobs"}, "denominator": {"sum": "jobs"}}, "scale": 100}"""))
                .isEqualTo(new Measure.Ratio(
                        new Measure.QuantitySum("jobs", Filter.EVERYTHING),
                        new Measure.QuantitySum("jobs", Filter.EVERYTHING),
                        BigDecimal.valueOf(100)));
    }

    @Test
    void aReferenceKeepsTheMeasureInItsVersion() {
        var ratio = (Measure.Ratio) measure("""
                {"ratio": {"numerator": {"indicator": "bh.agreements"}, "denominator": {"count": "activities"}}}""");

        assertThat(ratio.numerator())
                .isEqualTo(new Measure.IndicatorReference(
                        "bh.agreements", 1, (Measure.SimpleMeasure) AGREEMENTS.measure()));
    }

    @Test
    void writtenJsonIsReadToAnEqualValue() {
        for (var measure : List.of(
                "{\"count\": \"actors\", \"where\": {\"sector\": [\"private\", \"media\"], \"aligned\": [\"true\"]}}",
                "{\"sum\": \"jobs\"}",
                "{\"sum\": {\"money\": \"BRL\"}}",
                "{\"stock\": \"activities\", \"unit\": \"agreements\"}",
                "{\"rubric\": \"trust\", \"atLeast\": 2}",
                "{\"reported\": \"exports\", \"over\": \"mean\", \"unit\": \"USD\"}",
                """
                {"ratio": {"numerator": {"indicator": "bh.agreements"}, "denominator": {"count": "activities"}},
                 "scale": 100}""")) {
            var definition = definition("x", measure);

            var again = DefinitionReader.read("x", 1, DefinitionWriter.write(definition), _ -> Optional.empty());

            assertThat(again).isEqualTo(new DefinitionResult.ValidDefinition(definition));
        }
    }

    @Test
    void aMissingLanguageIsFilledFromAnother() {
        var data = json("""
                {"name": {"pt": "Acordos"}, "unit": "u", "measure": {"count": "activities"}}""");

        var read = (DefinitionResult.ValidDefinition) DefinitionReader.read("x", 3, data, _ -> Optional.empty());

        assertThat(read.definition().name()).isEqualTo(new LocalizedText("Acordos", "Acordos", "Acordos"));
        assertThat(read.definition().version()).isEqualTo(3);
        assertThat(read.definition().dateTransition()).isEqualTo(Transition.FORMALISED);
    }
}
