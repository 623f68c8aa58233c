package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.activity.ActivityEvents.event;
import static org.bitacora.domain.activity.ActivityEvents.foldInEveryOrder;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            mission.carried-out | {}                    | mission-abroad
            visit.received      | {}                    | visit-received
            agreement.signed    | {}                    | agreement-signed
            event.held          | {'role': 'abroad'}    | event-abroad
            event.held          | {'role': 'hosted'}    | event-hosted
            visit.received      | {'role': 'abroad'}    | visit-received
            """)
    void aKindImpliesItsCategory(String word, String data, String category) {
        var activity = foldInEveryOrder(event("2014-01-01", word, data));

        assertThat(activity.categories()).containsExactly(category);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.held", "alliance.joined", "investment.formalised", "project.started", "exchange.carried-out",
                "campaign.launched", "service.opened", "dialogue.held", "research.started", "award.granted",
                "publication.appeared"
            })
    void otherKindsAndAnEventWithoutARoleImplyNoCategory(String word) {
        var activity = foldInEveryOrder(event("2014-01-01", word, "{}"));

        assertThat(activity.categories()).isEmpty();
    }

    @Test
    void statedCategoriesAddToTheImpliedOne() {
        var activity = foldInEveryOrder(
                event("2014-01-01", "visit.received", "{'categories': ['agreement-signed', 'visit-received']}"));

        assertThat(activity.categories()).containsExactly("agreement-signed", "visit-received");
    }

    @Test
    void theCategoriesAreThoseOfTheKindThatApplies() {
        var activity = foldInEveryOrder(
                event("2014-01-01", "visit.received", "{}"), event("2014-01-02", "agreement.signed", "{}"));

        assertThat(activity.categories()).containsExactly("visit-received");
    }

    /** A blank text cannot be a filter, so it is no member of a breakdown either. */
    @Test
    void blankTextsAreNoValues() {
        var activity = foldInEveryOrder(event("2014-01-01", "visit.received", """
                {'themes': [' ', ''], 'objectives': [''], 'place': {'country': 'BR', 'city': ' '},
                 'actors': [{'actor': ' ', 'role': ' '}], 'counterparts': [{'name': ' '}]}
                """));

        assertThat(activity.themes()).isEmpty();
        assertThat(activity.objectives()).isEmpty();
        assertThat(activity.places()).containsExactly("BR", "BR/");
        assertThat(activity.actors()).containsExactly(new Participant("", "", "", ""));
        assertThat(activity.counterparts()).containsExactly(new Participant("", "", "", ""));
    }

    @Test
    void repeatedValuesAreReturnedOnceAndSorted() {
        var activity = foldInEveryOrder(event("2014-01-01", "visit.received", """
                {'counterparts': [{'name': 'B', 'country': 'UY', 'type': 'company'}, {'name': 'A', 'country': 'AR'},
                                  {'name': 'B', 'country': 'AR', 'type': 'company'}, {}],
                 'actors': [{'actor': 'smari', 'role': 'organiser'}, {'actor': 'press'}, {'actor': 'smari'}],
                 'sdgs': [17, 11, 17.0], 'themes': ['water', 'culture', 'water'], 'objectives': ['o2', 'o1']}
                """));

        assertThat(activity.countries()).containsExactly("AR", "UY");
        assertThat(activity.counterparts())
                .containsExactly(
                        new Participant("", "", "", ""),
                        new Participant("A", "", "AR", ""),
                        new Participant("B", "company", "AR", ""),
                        new Participant("B", "company", "UY", ""));
        assertThat(activity.counterpartTypes()).containsExactly("company");
        assertThat(activity.actors())
                .containsExactly(
                        new Participant("press", "", "", ""),
                        new Participant("smari", "", "", ""),
                        new Participant("smari", "", "", "organiser"));
        assertThat(activity.sdgs()).containsExactly(11, 17);
        assertThat(activity.themes()).containsExactly("culture", "water");
        assertThat(activity.objectives()).containsExactly("o1", "o2");
    }

    @Test
    void theCountriesAreThoseOfTheCounterpartsAndNotOfThePlace() {
        var activity = foldInEveryOrder(event("2014-01-01", "visit.received", "{'place': {'country': 'BR'}}"));

        assertThat(activity.countries()).isEmpty();
    }

    @Test
    void quantitiesAndAmountsAreReturnedAsStated() {
        var activity = foldInEveryOrder(event("2014-01-01", "investment.formalised", """
                {'quantities': {'jobs': 40, 'delegates': 5}, 'amounts': [{'value': '1.50', 'currency': 'BRL'}]}
                """));

        assertThat(activity.quantities().members().keySet()).containsExactly("delegates", "jobs");
        assertThat(activity.amounts()).containsExactly(new Money(new BigDecimal("1.50"), "BRL", ""));
    }

    @Test
    void aPlaceIsACountryAndACityOfIt() {
        var city =
                foldInEveryOrder(event("2014-01-01", "event.held", "{'place': {'country': 'BR', 'city': 'Salvador'}}"));
        var country = foldInEveryOrder(event("2014-01-01", "event.held", "{'place': {'country': 'BR'}}"));
        var nowhere = foldInEveryOrder(event("2014-01-01", "event.held", "{'place': {'city': 'Salvador'}}"));

        assertThat(city.places()).containsExactly("BR", "BR/Salvador");
        assertThat(country.places()).containsExactly("BR", "BR/");
        assertThat(nowhere.places()).isEmpty();
    }

    @Test
    void anActivityIsAlignedIfItNamesAnObjective() {
        assertThat(foldInEveryOrder(event("2014-01-01", "event.held", "{'objectives': ['o1']}"))
                        .isAligned())
                .isTrue();
        assertThat(foldInEveryOrder(event("2014-01-01", "event.held", "{'objectives': [' ']}"))
                        .isAligned())
                .isFalse();
        assertThat(foldInEveryOrder(event("2014-01-01", "event.held", "{}")).isAligned())
                .isFalse();
    }

    @Test
    void theLatestAssessmentByARubricApplies() {
        var activity = foldInEveryOrder(
                event("2014-01-03", "activity.assessed", "{'rubric': 'trust', 'level': 4}"),
                event("2014-01-01", "project.started", "{}"),
                event("2014-01-02", "activity.assessed", "{'rubric': 'trust', 'level': 2}"),
                event("2014-01-04", "activity.assessed", "{'rubric': 'reach', 'level': 1}"),
                event("2014-01-05", "activity.assessed", "{'results': 'good'}"));

        assertThat(activity.levels()).containsExactly(Map.entry("reach", 1), Map.entry("trust", 4));
    }

    @Test
    void theStartAndTheEndAreReturnedAsStated() {
        var activity =
                foldInEveryOrder(event("2014-01-01", "visit.announced", "{'start': '2014-05-12', 'end': '2014-06'}"));

        assertThat(activity.start()).isEqualTo(PartialDate.of("2014-05-12"));
        assertThat(activity.end()).isEqualTo(PartialDate.of("2014-06"));
        assertThat(activity.title()).isEmpty();
    }
}
