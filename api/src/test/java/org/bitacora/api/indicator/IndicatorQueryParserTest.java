package org.bitacora.api.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitacora.application.indicator.IndicatorQuery;
import org.bitacora.application.indicator.ObservationOptions;
import org.bitacora.application.indicator.TerritoryScopeQuery;
import org.bitacora.application.indicator.VersionQuery;
import org.bitacora.application.territory.AsOfQuery;
import org.bitacora.application.territory.PeriodQuery;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.FilterField;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Period;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorQueryParserTest {

    private static IndicatorQuery parse(String query) {
        var readRequest = ReadRequest.ofUri("/v1/x?" + query, Locale.ENGLISH);
        return IndicatorQueryParser.parse(readRequest, "br-ba", "bahia.visits");
    }

    @Test
    void aPeriodAloneAsksForTheLatestValueOfTheTerritoryItself() {
        assertThat(parse("period=2014"))
                .isEqualTo(new IndicatorQuery(
                        "bahia.visits",
                        new VersionQuery.LatestVersion(),
                        new TerritoryScopeQuery("br-ba", false, new AsOfQuery.Latest("asOf")),
                        PeriodQuery.of(Period.parseOne("2014").orElseThrow()),
                        new ObservationOptions(Filter.EVERYTHING, List.of(), Optional.empty())));
    }

    @Test
    void eachParameterHasItsPlaceInTheQuery() {
        var query = parse("period=plan:ppag&asOf=17&rollup=true&version=1,2&by=category&country=AR,BR&per=100000");

        assertThat(query)
                .isEqualTo(new IndicatorQuery(
                        "bahia.visits",
                        new VersionQuery.NumberedVersions("version", List.of("1", "2")),
                        new TerritoryScopeQuery("br-ba", true, new AsOfQuery.AtPosition("asOf", 17)),
                        new PeriodQuery.PlanYears("period", "ppag"),
                        new ObservationOptions(
                                new Filter(Map.of(FilterField.COUNTRY, Set.of("AR", "BR"))),
                                List.of(new Grouping.FieldGrouping(FilterField.CATEGORY)),
                                Optional.of(100_000L))));
    }

    @ParameterizedTest
    @CsvSource({
        "by=colour&period=2014, /query/by",
        "by=category, /query/period",
        "period=2014&asOf=yesterday, /query/asOf",
        "period=2014&rollup=yes, /query/rollup",
        "period=2014&per=many, /query/per",
        "period=2014&country=Argentina, /query/country"
    })
    void theParameterThatIsInvalidIsNamed(String query, String pointer) {
        var problem =
                catchThrowableOfType(ProblemException.class, () -> parse(query)).problem();

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.violations()).extracting(it -> it.pointer().value()).containsExactly(pointer);
    }
}
