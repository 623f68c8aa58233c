package org.bitacora.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bitacora.domain.indicator.DefinitionReader.DefinitionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidDefinitionTest extends DefinitionFixture {

    @ParameterizedTest
    @ValueSource(strings = {"", "BH.agreements", "bh.", ".bh", "bh..x", "bh agreements", "bh_x", "bh.-x", "bh/x"})
    void anyOtherTextIsNotACode(String code) {
        var read = (DefinitionResult.InvalidDefinition)
                read(code, "\"unit\": \"u\", \"measure\": {\"count\": \"activities\"}");

        assertThat(read.violations()).extracting(it -> it.pointer().value()).containsExactly("/code");
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
    void anInvalidMemberIsReportedWithItsPath(String measure, String path) {
        assertThat(pointersOf(measure)).containsExactly("/measure" + path);
    }

    @Test
    void aScaleMustBeAboveZero() {
        for (var scale : List.of("0", "-1", "\"100\"", "1e400")) {
            assertThat(pointersOf("""
                            {"ratio": {"numerator": {"sum": "jobs"}, "denominator": {"sum": "jobs"}}, "scale": %s}""".formatted(scale))).containsExactly("/measure/scale");
        }
    }

    @Test
    void aRatioNeedsEqualUnitsUnlessItsUnitNamesBoth() {
        var ratio = """
                {"ratio": {"numerator": {"sum": "jobs"}, "denominator": {"count": "activities"}}}""";

        assertThat(pointers("\"unit\": \"percent\", \"measure\": " + ratio)).containsExactly("/measure");
        assertThat(pointers("\"unit\": \"jobs/activities\", \"measure\": " + ratio))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "own.share", "nobody.knows"})
    void aRatioMayNotReferToRatiosOrToItself(String indicator) {
        assertThat(pointersOf("""
                        {"ratio": {"numerator": {"indicator": "%s"}, "denominator": {"count": "activities"}}}""".formatted(indicator))).containsExactly("/measure/ratio/numerator/indicator");
    }

    @Test
    void aRatioOfRatiosIsRefused() {
        assertThat(pointersOf("""
                        {"ratio": {"numerator": {"ratio": {}}, "denominator": {"rubric": "a"}}}""")).containsExactly("/measure/ratio/numerator", "/measure/ratio/denominator");
    }

    @Test
    void aCircularReferenceIsReportedWhereItBegins() {
        var follows = definition("y", """
                {"ratio": {"numerator": {"indicator": "bh.agreements"}, "denominator": {"count": "activities"}}}""");
        var data = json("""
                {"name": "n", "unit": "activities", "measure":
                 {"ratio": {"numerator": {"indicator": "y"}, "denominator": {"count": "activities"}}}}""");

        var definitionResult = DefinitionReader.read("bh.agreements", 2, data, _ -> Optional.of(follows));

        assertThat(((DefinitionResult.InvalidDefinition) definitionResult).violations())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.pointer().value()).isEqualTo("/measure/ratio/numerator/indicator");
                    assertThat(it.detail().english()).startsWith("Circular reference");
                });
    }

    @Test
    void allViolationsAreReportedAtOnce() {
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
}
