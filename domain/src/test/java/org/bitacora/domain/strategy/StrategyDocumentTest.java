package org.bitacora.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonText;
import org.bitacora.domain.refusal.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strategies stated event by event, and as a whole. */
class StrategyDocumentTest {

    private static StrategyDocument apply(StrategyDocument before, String type, String data) {
        return before.apply(event(type, data));
    }

    private static StrategyEvent event(String type, String data) {
        return StrategyEvent.types().stream()
                .filter(it -> it.name().equals("org.bitacora." + type))
                .map(it -> (StrategyEvent) it.read(JsonText.json(data)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLastEventOfAnItemApplies() {
        var document = apply(StrategyDocument.EMPTY, "objective.defined", "{'code': 'o1', 'name': 'A'}");
        document = apply(document, "objective.defined", "{'code': 'o2', 'name': 'B', 'owner': null}");
        document = apply(document, "objective.defined", "{'code': 'o1', 'name': 'C'}");
        document = apply(document, "link.drawn", "{'from': 'o1', 'to': 'o2'}");
        document = apply(document, "link.drawn", "{'from': 'o2', 'to': 'o1'}");
        document = apply(document, "link.erased", "{'from': 'o1', 'to': 'o2'}");

        assertThat(document.items(StrategySection.OBJECTIVES))
                .containsExactly(
                        JsonText.json("{'code': 'o1', 'name': 'C'}"), JsonText.json("{'code': 'o2', 'name': 'B'}"));
        assertThat(document.items(StrategySection.LINKS)).containsExactly(JsonText.json("{'from': 'o2', 'to': 'o1'}"));
    }

    @Test
    void writtenJsonIsReadToAnEqualDocument() {
        var document = apply(StrategyDocument.EMPTY, "strategy.adopted", "{'name': 'S', 'period': '2014'}");
        document = apply(document, "review.recorded", "{'code': 'r1', 'learned': 'L'}");

        assertThat(StrategyDocument.of(document.toJson())).isEqualTo(document);
    }

    /** The changes from one random document to another produce the other, except for the records of what happened. */
    @Test
    void theChangesToADocumentProduceIt() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var one = random(random);
            var other = random(random);

            var made = one.apply(one.changesTo(other));

            for (var strategySection : StrategySection.values()) {
                assertThat(made.parts().getOrDefault(strategySection, Map.of()))
                        .as("seed " + seed + " " + strategySection)
                        .isEqualTo((strategySection.isPlanned() ? other : one)
                                .parts()
                                .getOrDefault(strategySection, Map.of()));
            }
            assertThat(made.charter()).isEqualTo(other.charter());
            assertThat(made.changesTo(other)).as("seed " + seed).isEmpty();
        }
    }

    private static StrategyDocument random(Random random) {
        var document = StrategyDocument.EMPTY.apply(
                new StrategyEvent.StrategyAdopted(JsonText.json("{'name': 'n" + random.nextInt(3) + "'}")));
        for (int i = 0; i < 12; i++) {
            var strategySection =
                    List.of(StrategySection.values()).get(random.nextInt(StrategySection.values().length));
            Json.Obj item = JsonText.json("{'name': 'n" + random.nextInt(3) + "'}");
            for (var key : strategySection.keyMembers()) {
                item = item.with(key, Json.of("k" + random.nextInt(3)));
            }
            document = document.apply(new StrategyEvent.SectionItemStated(strategySection, item));
        }
        return document;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "strategy.adopted     | {'name': 'S', 'period': '2014/2017'} | `` ",
                "strategy.adopted     | {'name': 'S'} | /data/period",
                "strategy.adopted     | {'period': '2014'} | /data/name",
                "strategy.adopted     | {'name': 'S', 'period': '2014', 'minimumCoverage': 2} | /data/minimumCoverage",
                "strategy.adopted     | {'name': 'S', 'period': '2014', 'perspectives': [{'code': 'a b', 'name': 'A'}]} | /data/perspectives/0/code",
                "objective.defined    | {'code': 'o', 'name': 'O', 'perspective': 'p'} | ``",
                "objective.defined    | {'code': 'o', 'name': 'O', 'perspective': 'p', 'weight': 101} | /data/weight",
                "objective.defined    | {'code': 'o', 'name': 'O', 'perspective': 'p', 'measures': [{'code': 'm'}]} | /data/measures/0/indicator",
                "objective.defined    | {'code': 'o', 'name': 'O', 'perspective': 'p', 'measures': [{'code': 'm', 'indicator': 'x', 'where': {'colour': ['red']}}]} | /data/measures/0/where/colour",
                "objective.dropped    | {'code': 'o'} | ``",
                "objective.dropped    | {'code': 'o', 'name': 'O'} | /data/name",
                "target.set           | {'measure': 'm', 'final': 3} | ``",
                "target.set           | {'measure': 'm'} | /data/final",
                "target.set           | {'measure': 'm', 'path': {'soon': 3}} | /data/path/soon",
                "target.set           | {'measure': 'm', 'final': 3, 'baseline': {'value': 1}} | /data/baseline/period",
                "target.set           | {'measure': 'm', 'final': 3, 'tolerance': -1} | /data/tolerance",
                "target.set           | {'measure': 'm', 'final': 3, 'bands': [{'status': 'red', 'to': 5}, {'status': 'green', 'from': 6}]} | /data/bands",
                "target.set           | {'measure': 'm', 'final': 3, 'bands': [{'status': 'red', 'to': 5}, {'status': 'green', 'from': 4}]} | /data/bands",
                "target.set           | {'measure': 'm', 'final': 3, 'bands': [{'status': 'green'}]} | /data/bands",
                "link.drawn           | {'from': 'a', 'to': 'b', 'hypothesis': 'H', 'lagMonths': 12} | ``",
                "link.drawn           | {'from': 'a', 'to': 'b', 'lagMonths': 12} | /data/hypothesis",
                "link.drawn           | {'from': 'a', 'to': 'b', 'hypothesis': 'H', 'lagMonths': 1.5} | /data/lagMonths",
                "initiative.launched  | {'code': 'i', 'name': 'I', 'budget': {'value': '10', 'currency': 'BRL'}, 'milestones': [{'name': 'M', 'due': '2015-03'}]} | ``",
                "initiative.launched  | {'code': 'i', 'name': 'I', 'budget': {'value': '10', 'currency': 'XXY'}} | /data/budget/currency",
                "initiative.launched  | {'code': 'i', 'name': 'I', 'milestones': [{'name': 'M', 'due': 'soon'}]} | /data/milestones/0/due",
                "risk.identified      | {'code': 'r', 'name': 'R', 'type': 'political', 'probability': 'high'} | ``",
                "risk.identified      | {'code': 'r', 'name': 'R', 'probability': 'certain'} | /data/probability",
                "capability.assessed  | {'code': 'c', 'name': 'C', 'type': 'human', 'level': 'low', 'gap': 'G'} | ``",
                "capability.assessed  | {'code': 'c', 'name': 'C', 'type': 'divine'} | /data/type",
                "review.recorded      | {'code': 'r', 'period': '2015', 'on': '2016-01-10', 'learned': 'L', 'notes': {'m': 'N'}} | ``",
                "review.recorded      | {'code': 'r', 'period': '2015', 'on': '2016-01-10'} | /data/learned",
                "objective.assessed   | {'code': 'a', 'objective': 'o', 'period': '2015', 'rubric': 'trust', 'level': 3} | ``",
                "objective.assessed   | {'code': 'a', 'objective': 'o', 'period': '2015', 'rubric': 'trust'} | /data/level",
                "objective.assessed   | {'code': 'a', 'objective': 'o', 'period': '2015'} | /data/text",
                "objective.assessed   | {'code': 'a', 'objective': 'o', 'text': 'T'} | /data/period",
                "status.overridden    | {'of': 'm', 'period': '2015', 'status': 'green', 'author': 'A', 'reason': 'R', 'until': '2016-01-01'} | ``",
                "status.overridden    | {'of': 'm', 'period': '2015', 'status': 'green', 'author': 'A', 'until': '2016-01-01'} | /data/reason",
                "status.overridden    | {'of': 'm', 'period': '2015', 'status': 'green', 'reason': 'R', 'until': '2016-01-01'} | /data/author",
                "status.overridden    | {'of': 'm', 'period': '2015', 'status': 'green', 'author': 'A', 'reason': 'R'} | /data/until",
                "status.overridden    | {'of': 'm', 'period': '2015', 'status': 'blue', 'author': 'A', 'reason': 'R', 'until': '2016-01-01'} | /data/status",
            })
    void anInvalidEventIsReportedWithItsPointer(String type, String data, String pointer) {
        var found = event(type, data).validate(Pointer.ROOT.child("data"));

        var expected = pointer.isEmpty() ? List.<String>of() : List.of(pointer);
        assertThat(found).extracting(it -> it.pointer().value()).containsExactlyElementsOf(expected);
    }
}
