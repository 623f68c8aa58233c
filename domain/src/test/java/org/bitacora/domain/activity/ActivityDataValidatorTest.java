package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.activity.DataViolations.violatedPointers;
import static org.bitacora.domain.activity.DataViolations.violations;

import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityDataValidatorTest {

    /** The example of the design, section 3. */
    @Test
    void theExampleOfTheContractIsValid() {
        var places = violatedPointers("""
                {'title': 'Delegation of Rosario', 'on': '2014-05-12', 'start': '2014-05-12', 'end': '2014-05-14',
                 'role': 'hosted', 'categories': ['agreement-signed'],
                 'counterparts': [{'name': 'Municipality of Rosario', 'type': 'local-government',
                                   'country': 'AR', 'city': 'Rosario'}],
                 'actors': [{'actor': 'smari', 'role': 'organiser'}],
                 'motivation': 'planned', 'dimension': 'cooperation', 'themes': ['culture'], 'sdgs': [11, 17],
                 'objectives': ['o1'], 'quantities': {'volunteers': 12, 'delegates': 5, 'jobs': 40},
                 'amounts': [{'purpose': 'investment', 'value': '120000.00', 'currency': 'BRL'}],
                 'scale': 'large', 'place': {'country': 'BR', 'city': 'Salvador'}, 'funding': 'municipal-budget',
                 'results': '…', 'links': ['https://…'], 'joint': 'mercociudades-2014', 'private': {'contact': '…'}}
                """);

        assertThat(places).isEmpty();
    }

    @Test
    void everyMemberIsOptional() {
        assertThat(violatedPointers("{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title", "on", "start", "end", "role", "categories", "counterparts", "actors", "motivation",
                "dimension", "themes", "sdgs", "objectives", "quantities", "amounts", "scale", "place", "funding",
                "results", "links", "joint", "transition", "event", "private"
            })
    void anyMemberMayBeNullButNoneMayBeTrue(String member) {
        assertThat(violatedPointers("{'" + member + "': null}")).isEmpty();
        assertThat(violatedPointers("{'" + member + "': true}")).startsWith("/data/" + member);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'counterparts': [{'name': null, 'type': null, 'country': null, 'city': null}]}
            {'actors': [{'actor': null}]}
            {'place': {'country': null, 'city': null}}
            {'quantities': {'volunteers': null}}
            {'amounts': [{'purpose': null, 'value': '1', 'currency': 'BRL'}]}
            """)
    void nestedNullsAreValid(String data) {
        assertThat(violatedPointers(data)).isEmpty();
    }

    @Test
    void membersThatTheContractDoesNotNameAreValid() {
        var places = violatedPointers(
                "{'mood': [true, {'a': -1}], 'counterparts': [{'postcode': 2000}], 'place': {'room': 3}}");

        assertThat(places).isEmpty();
    }

    @Test
    void thePrivateObjectMayHaveAnyForm() {
        assertThat(violatedPointers("{'private': {'contact': ['x', 1, null], 'start': 'tomorrow'}}"))
                .isEmpty();
        assertThat(violatedPointers("{'private': 'Ana'}")).isEqualTo("/data/private");
        assertThat(violatedPointers("{'private': ['Ana']}")).isEqualTo("/data/private");
    }

    @Test
    void anEventIsReferencedBySourceAndId() {
        assertThat(violatedPointers("{'event': {'source': 'smari', 'id': '7'}}"))
                .isEmpty();
        assertThat(violatedPointers("{'event': {}}")).isEqualTo("/data/event/source /data/event/id");
        assertThat(violatedPointers("{'event': {'source': 'smari'}}")).isEqualTo("/data/event/id");
        assertThat(violatedPointers("{'event': {'source': '', 'id': 7}}"))
                .isEqualTo("/data/event/source /data/event/id");
        assertThat(violatedPointers("{'event': {'source': 'smari', 'id': null}}"))
                .isEqualTo("/data/event/id");
    }

    @Test
    void allViolationsAreReportedAtOnce() {
        var places = violatedPointers(
                "{'title': 1, 'on': 'May', 'sdgs': [1, 18, 0], 'counterparts': [{}, {'country': 'ZZ'}]}");

        assertThat(places).isEqualTo("/data/title /data/on /data/sdgs/1 /data/sdgs/2 /data/counterparts/1/country");
    }

    @Test
    void aViolationIsDescribedInASentence() {
        var violations = violations("{'scale': 'huge'}");

        assertThat(violations)
                .extracting(Violation::detail)
                .containsExactly(Detail.of("Expected one of {0}.", "small, medium, large"));
    }
}
