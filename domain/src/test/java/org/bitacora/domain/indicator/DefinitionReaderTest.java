package org.bitacora.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.indicator.DefinitionReader.Read;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionReaderTest {

    private static final Map<String, Definition> KNOWN = new HashMap<>();
    private static final Definition AGREEMENTS =
            made("bh.agreements", "{\"count\": \"activities\", \"where\": {\"kind\": [\"agreement\"]}}");
    private static final Definition SHARE = made("own.share", """
            {"ratio": {"numerator": {"count": "activities"}, "denominator": {"count": "activities"}}}""");

    static {
        KNOWN.put(AGREEMENTS.code(), AGREEMENTS);
        KNOWN.put(SHARE.code(), SHARE);
    }

    private static Definition made(String code, String measure) {
        return ((Read.Made) read(code, "\"unit\": \"activities\", \"measure\": " + measure)).definition();
    }

    private static Read read(String code, String members) {
        var data = json("{\"name\": \"Acuerdos\", " + members + "}");
        return DefinitionReader.read(code, 1, data, it -> Optional.ofNullable(KNOWN.get(it)));
    }

    private static Json.Obj json(String text) {
        return JsonText.json(text.replace('"', '\''));
    }

    private static Measure measure(String json) {
        return made("x", json).measure();
    }

    private static List<String> pointers(String members) {
        return switch (read("x", members)) {
            case Read.Made _ -> List.of();
            case Read.Wrong(var violations) ->
                violations.stream().map(it -> it.pointer().value()).toList();
        };
    }

    private static List<String> pointersOf(String measure) {
        return pointers("\"unit\": \"activities\", \"measure\": " + measure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bh.agreements", "basic.a-1", "x", "25", "bahia.events-abroad.2"})
    void aCodeIsWordsWithDotsAndHyphensBetweenThem(String code) {
        assertThat(read(code, "\"unit\": \"u\", \"measure\": {\"count\": \"activities\"}"))
                .isInstanceOf(Read.Made.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BH.agreements", "bh.", ".bh", "bh..x", "bh agreements", "bh_x", "bh.-x", "bh/x"})
    void anythingElseIsNoCode(String code) {
        var read = (Read.Wrong) read(code, "\"unit\": \"u\", \"measure\": {\"count\": \"activities\"}");

        assertThat(read.violations()).extracting(it -> it.pointer().value()).containsExactly("/code");
    }

    @Test
    void formalisedAndEndedActivitiesCountWhereNoStatusIsNamed() {
        var count = (Measure.OfActivities) measure("{\"count\": \"activities\", \"where\": {\"kind\": [\"visit\"]}}");

        var activities = Definition.activities(count);

        assertThat(activities.of(Field.STATUS).orElseThrow()).containsExactlyInAnyOrder("formalised", "ended");
        assertThat(activities.of(Field.KIND)).contains(Set.of("visit"));
    }

    @Test
    void aStatusThatIsNamedStands() {
        var count =
                (Measure.OfActivities) measure("{\"count\": \"activities\", \"where\": {\"status\": [\"planned\"]}}");

        assertThat(Definition.activities(count).of(Field.STATUS)).contains(Set.of("planned"));
    }

    @Test
    void noStatusAppliesToAStock() {
        var stock =
                (Measure.OfActivities) measure("{\"stock\": \"activities\", \"where\": {\"status\": [\"planned\"]}}");

        assertThat(Definition.activities(stock).of(Field.STATUS).orElseThrow())
                .containsExactlyInAnyOrder("formalised", "ended");
    }

    @Test
    void everyMeasureIsRead() {
        assertThat(measure("{\"count\": \"countries\"}"))
                .isEqualTo(new Measure.Count(Counted.COUNTRIES, "countries", Filter.EVERYTHING));
        assertThat(measure("{\"count\": \"activities\", \"unit\": \"projects\"}")
                        .unit())
                .isEqualTo("projects");
        assertThat(measure("{\"sum\": \"jobs\"}")).isEqualTo(new Measure.SumQuantity("jobs", Filter.EVERYTHING));
        assertThat(measure("{\"sum\": {\"money\": \"USD\", \"purpose\": \"cooperation\"}}"))
                .isEqualTo(new Measure.SumMoney("USD", Optional.of("cooperation"), Filter.EVERYTHING));
        assertThat(measure("{\"stock\": \"activities\"}"))
                .isEqualTo(new Measure.Stock("activities", Filter.EVERYTHING));
        assertThat(measure("{\"reported\": \"tourists\", \"over\": \"sum\", \"unit\": \"persons\"}"))
                .isEqualTo(new Measure.Reported("tourists", OverTime.SUM, "persons"));
        assertThat(measure("{\"rubric\": \"trust\", \"atLeast\": 3}"))
                .isEqualTo(new Measure.Rubric("trust", 3, Filter.EVERYTHING));
        assertThat(measure("""
                        {"ratio": {"numerator": {"sum": "jobs"}, "denominator": {"sum": "jobs"}}, "scale": 100}"""))
                .isEqualTo(new Measure.Ratio(
                        new Measure.SumQuantity("jobs", Filter.EVERYTHING),
                        new Measure.SumQuantity("jobs", Filter.EVERYTHING),
                        BigDecimal.valueOf(100)));
    }

    @Test
    void aMeasureThatNamesAnotherKeepsItAsItWas() {
        var ratio = (Measure.Ratio) measure("""
                {"ratio": {"numerator": {"indicator": "bh.agreements"}, "denominator": {"count": "activities"}}}""");

        assertThat(ratio.numerator())
                .isEqualTo(new Measure.Of("bh.agreements", 1, (Measure.Simple) AGREEMENTS.measure()));
    }

    @Test
    void whatIsWrittenIsReadToTheSame() {
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
            var definition = made("x", measure);

            var again = DefinitionReader.read("x", 1, DefinitionWriter.write(definition), _ -> Optional.empty());

            assertThat(again).isEqualTo(new Read.Made(definition));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; ''",
                "{\"count\": \"visits\"}; /count",
                "{\"count\": \"activities\", \"were\": {}}; /were",
                "{\"count\": \"activities\", \"where\": {\"colour\": [\"red\"]}}; /where/colour",
                "{\"count\": \"activities\", \"where\": {\"kind\": [\"picnic\"]}}; /where/kind",
                "{\"count\": \"activities\", \"where\": {\"kind\": []}}; /where/kind",
                "{\"count\": \"activities\", \"where\": {\"kind\": [7]}}; /where/kind",
                "{\"count\": \"activities\", \"where\": {\"kind\": \"visit\"}}; /where/kind",
                "{\"count\": \"activities\", \"where\": 7}; /where",
                "{\"sum\": \" \"}; /sum",
                "{\"sum\": {}}; /sum/money",
                "{\"sum\": {\"money\": \"XXZ\"}}; /sum/money",
                "{\"sum\": {\"money\": \"BRL\", \"currency\": \"BRL\"}}; /sum/currency",
                "{\"stock\": \"countries\"}; /stock",
                "{\"reported\": \"a b\", \"unit\": \"u\"}; /reported",
                "{\"reported\": \"a\"}; /unit",
                "{\"reported\": \"a\", \"unit\": \"u\", \"over\": \"max\"}; /over",
                "{\"rubric\": \"\"}; /rubric",
                "{\"rubric\": \"a\", \"atLeast\": 0}; /atLeast",
                "{\"rubric\": \"a\", \"atLeast\": 1.5}; /atLeast",
                "{\"ratio\": {\"numerator\": {\"count\": \"activities\"}}}; /ratio/denominator",
                "{\"ratio\": {\"numerator\": {\"count\": \"activities\"}, \"denominator\": {\"sum\": {}}}}; /ratio/denominator/sum/money"
            })
    void whatIsWrongIsToldWithItsPath(String measure, String path) {
        assertThat(pointersOf(measure)).containsExactly("/measure" + path);
    }

    @Test
    void aScaleIsANumberAboveZero() {
        for (var scale : List.of("0", "-1", "\"100\"", "1e400")) {
            assertThat(pointersOf("""
                            {"ratio": {"numerator": {"sum": "jobs"}, "denominator": {"sum": "jobs"}}, "scale": %s}""".formatted(scale))).containsExactly("/measure/scale");
        }
    }

    @Test
    void aRatioIsOfLikeThingsUnlessItsUnitSaysOtherwise() {
        var ratio = """
                {"ratio": {"numerator": {"sum": "jobs"}, "denominator": {"count": "activities"}}}""";

        assertThat(pointers("\"unit\": \"percent\", \"measure\": " + ratio)).containsExactly("/measure");
        assertThat(pointers("\"unit\": \"jobs/activities\", \"measure\": " + ratio))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "own.share", "nobody.knows"})
    void aRatioNamesOnlyWhatIsNoRatioAndDoesNotFollowFromIt(String named) {
        assertThat(pointersOf("""
                        {"ratio": {"numerator": {"indicator": "%s"}, "denominator": {"count": "activities"}}}""".formatted(named))).containsExactly("/measure/ratio/numerator/indicator");
    }

    @Test
    void aRatioOfRatiosIsNone() {
        assertThat(pointersOf("""
                        {"ratio": {"numerator": {"ratio": {}}, "denominator": {"rubric": "a"}}}""")).containsExactly("/measure/ratio/numerator", "/measure/ratio/denominator");
    }

    @Test
    void aCycleIsToldWhereItBegins() {
        var follows = made("y", """
                {"ratio": {"numerator": {"indicator": "bh.agreements"}, "denominator": {"count": "activities"}}}""");
        var data = json("""
                {"name": "n", "unit": "activities", "measure":
                 {"ratio": {"numerator": {"indicator": "y"}, "denominator": {"count": "activities"}}}}""");

        var read = DefinitionReader.read("bh.agreements", 2, data, _ -> Optional.of(follows));

        assertThat(((Read.Wrong) read).violations()).singleElement().satisfies(it -> {
            assertThat(it.pointer().value()).isEqualTo("/measure/ratio/numerator/indicator");
            assertThat(it.detail()).startsWith("A cycle");
        });
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(pointers("""
                        "unit": 7, "date": "undone", "direction": "up", "level": "x", "hierarchy": "y", "colour": 1,
                        "frequency": "daily", "purpose": [], "limits": {}, "measure": 3"""))
                .containsExactlyInAnyOrder(
                        "/unit",
                        "/date",
                        "/direction",
                        "/level",
                        "/hierarchy",
                        "/colour",
                        "/frequency",
                        "/purpose",
                        "/limits",
                        "/measure");
    }

    @Test
    void aTextThatIsMissingInALanguageIsThatOfAnother() {
        var data = json("""
                {"name": {"pt": "Acordos"}, "unit": "u", "measure": {"count": "activities"}}""");

        var read = (Read.Made) DefinitionReader.read("x", 3, data, _ -> Optional.empty());

        assertThat(read.definition().name()).isEqualTo(new Names("Acordos", "Acordos", "Acordos"));
        assertThat(read.definition().version()).isEqualTo(3);
        assertThat(read.definition().date()).isEqualTo(Transition.FORMALISED);
    }
}
