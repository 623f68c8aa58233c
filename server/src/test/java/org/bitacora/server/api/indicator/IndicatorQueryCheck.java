package org.bitacora.server.api.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bitacora.server.api.indicator.RandomTerritories.get;
import static org.bitacora.server.api.indicator.RandomTerritories.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitacora.domain.indicator.BreakdownRules;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.FilterField;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.indicator.reference.RandomEventHistory;
import org.bitacora.projections.indicator.reference.ReferenceCalculator;

/**
 * A query of a territory and the check of its answer: values and parts equal those of {@link ReferenceCalculator}, the
 * evidence adds up to them, and the changes add up to the difference.
 *
 * @param more additional parameters of every query, each starting with an ampersand
 */
record IndicatorQueryCheck(
        String territory, Definition definition, String period, List<String> by, List<String> filter, String more) {

    /** Returns a random query of a definition. */
    static IndicatorQueryCheck of(RandomEventHistory life, String territory, Definition definition, String more) {
        var by = life.by();
        var possible = BreakdownRules.isAllowed(definition.measure(), groupings(by)) ? by : List.<String>of();
        return new IndicatorQueryCheck(territory, definition, life.period(), possible, life.filter(), more);
    }

    String path(String resource, String query) {
        var filtered = filter.isEmpty() ? "" : "&" + filter.getFirst() + "=" + filter.getLast();
        return "/v1/territories/" + territory + "/indicators/" + definition.code() + "/" + resource + "?period="
                + URLEncoder.encode(period, StandardCharsets.UTF_8) + filtered + more + query;
    }

    private Filter where() {
        return filter.isEmpty()
                ? Filter.EVERYTHING
                : new Filter(Map.of(FilterField.of(filter.getFirst()).orElseThrow(), Set.of(filter.getLast())));
    }

    private static List<Grouping> groupings(List<String> by) {
        return by.stream().map(it -> Grouping.of(it).orElseThrow()).toList();
    }

    /**
     * Checks that the observations as of a moment follow from the events up to then and that their evidence adds up.
     */
    void checkObservations(ReferenceCalculator referenceCalculator, String asOf, String seed) {
        var parted = by.isEmpty() ? "" : "&by=" + String.join(",", by);
        var path = path("observations", parted + "&asOf=" + asOf);
        var where = seed + path;
        var answer = json(get(path));
        var periods = Period.parse(period).orElseThrow();
        assertThat(answer.path("observations").size()).as(where).isEqualTo(periods.size());
        for (int i = 0; i < periods.size(); i++) {
            var expected = referenceCalculator.figure(definition, periods.get(i), where(), groupings(by));
            var observation = answer.path("observations").get(i);
            ObservationAssertions.assertSameObservation(observation, expected, where);
            if (!by.isEmpty()) {
                ObservationAssertions.assertSameBreakdown(
                        observation.path("breakdown"), expected, groupings(by), where);
            }
            if (i == 0) {
                addsUp(observation, where);
            }
        }
    }

    /** Checks that the effects of all pages add up to the value, or to numerator and denominator of a ratio. */
    private static void addsUp(JsonNode observation, String where) {
        var sums = new HashMap<String, BigDecimal>();
        String next = observation.path("evidence").asText() + "&limit=2";
        while (next != null) {
            var page = json(get(next));
            ObservationAssertions.addEffects(page.path("activities"), sums);
            ObservationAssertions.addEffects(page.path("reports"), sums);
            for (var repeated : List.of("value", "numerator", "denominator")) {
                assertThat(page.path(repeated)).as(where).isEqualTo(observation.path(repeated));
            }
            next = page.path("next").isNull() ? null : page.path("next").asText();
        }
        ObservationAssertions.assertEffectsSum(observation, sums, where + " evidence");
    }

    /**
     * Checks that the effects of the changes between two moments add up to the difference, and that each change has a
     * cause and a position.
     */
    void checkDifference(String from, String to, String seed) {
        var path = new IndicatorQueryCheck(territory, definition, "2014", List.of(), filter, more)
                .path("diff", "&from=" + from + "&to=" + to);
        var where = seed + path;
        var difference = json(get(path));
        var sums = new HashMap<String, BigDecimal>();
        ObservationAssertions.addEffects(difference.path("changes"), sums);
        ObservationAssertions.addEffects(difference.path("reports"), sums);
        if (difference.path("difference").isNumber() && !difference.path("to").has("denominator")) {
            assertThat(difference.path("difference").decimalValue())
                    .as(where)
                    .isCloseTo(sums.getOrDefault("effect", BigDecimal.ZERO), within(ObservationAssertions.CLOSE));
        }
        for (var side : List.of("numerator", "denominator")) {
            if (difference.path("to").has(side) && difference.path("from").has(side)) {
                assertThat(number(difference, "to", side).subtract(number(difference, "from", side)))
                        .as(where + " " + side)
                        .isCloseTo(sums.getOrDefault(side, BigDecimal.ZERO), within(ObservationAssertions.CLOSE));
            }
        }
        for (var change : difference.path("changes")) {
            assertThat(change.has("cause")).as(where).isTrue();
            assertThat(change.path("events").size()).as(where + " " + change).isPositive();
        }
    }

    private static BigDecimal number(JsonNode difference, String moment, String side) {
        return difference.path(moment).path(side).decimalValue();
    }
}
