package org.bitacora.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.event.Decisions.events;
import static org.bitacora.domain.event.Decisions.pointers;
import static org.bitacora.domain.json.JsonText.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.indicator.DefinitionReader.DefinitionResult.ValidDefinition;
import org.bitacora.domain.indicator.IndicatorEvent.IndicatorDefined;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Pointer;
import org.junit.jupiter.api.Test;

class DefinitionDeciderTest {

    private static final String CODE = "own.visits";
    private static final Json.Obj VISITS = json(
            "{'name': 'Visits', 'unit': 'activities', 'measure': {'count': 'activities', 'where': {'kind': ['visit']}}}");
    private static final Json.Obj SHARE = json("""
            {'name': 'Share', 'unit': 'percent', 'measure': {'ratio': {'numerator': {'indicator': 'own.visits'},
             'denominator': {'indicator': 'basic.all'}}, 'scale': 100}}""");

    private static Definition definition(String code, int version, Json.Obj data) {
        return ((ValidDefinition) DefinitionReader.read(code, version, data, _ -> Optional.empty())).definition();
    }

    private static DefinitionDecider knowing(Definition... own) {
        var catalogue = Map.of(
                "basic.all",
                definition(
                        "basic.all",
                        1,
                        json("{'name': 'All', 'unit': 'activities', 'measure': {'count': 'activities'}}")));
        return new DefinitionDecider(code -> Optional.ofNullable(catalogue.get(code)), code -> List.of(own).stream()
                .filter(it -> it.code().value().equals(code))
                .findFirst());
    }

    @Test
    void givenNoVersionWhenAnIndicatorIsDefinedThenItIsAnEvent() {
        assertThat(events(knowing().define(CODE, List.of(), VISITS)))
                .containsExactly(new IndicatorDefined(definition(CODE, 1, VISITS)));
    }

    @Test
    void givenAVersionWhenItsContentIsDefinedAgainThenNothingFollows() {
        assertThat(events(knowing().define(CODE, List.of(definition(CODE, 1, VISITS)), VISITS)))
                .isEmpty();
    }

    @Test
    void givenTwoVersionsWhenTheFirstIsDefinedAgainThenItIsAnEvent() {
        var other = VISITS.with("unit", Json.of("visits"));
        var versions = List.of(definition(CODE, 1, VISITS), definition(CODE, 2, other));

        assertThat(events(knowing().define(CODE, versions, VISITS))).hasSize(1);
    }

    @Test
    void givenTheCatalogueWhenOneOfItsCodesIsDefinedThenItIsRefused() {
        assertThat(pointers(knowing().define("basic.all", List.of(), VISITS))).containsExactly("/code");
    }

    @Test
    void whenTheDataIsInvalidThenItsPointersAreReported() {
        assertThat(pointers(knowing().define(CODE, List.of(), VISITS.without("unit"))))
                .containsExactly("/unit");
    }

    @Test
    void givenOtherDefinitionsWhenOneNamesThemThenTheEventHoldsThemAndNeedsNoOther() {
        var event = events(knowing(definition(CODE, 3, VISITS)).define("own.share", List.of(), SHARE))
                .getFirst();

        assertThat(DefinitionReader.violations(Pointer.ROOT, event.data())).isEmpty();
        assertThat(event.data()
                        .object("measure")
                        .object("ratio")
                        .object("numerator")
                        .get("version"))
                .contains(Json.of(3));
    }

    @Test
    void givenNoOtherDefinitionsWhenOneNamesThemThenItIsRefused() {
        assertThat(pointers(knowing().define("own.share", List.of(), SHARE))).isNotEmpty();
    }
}
