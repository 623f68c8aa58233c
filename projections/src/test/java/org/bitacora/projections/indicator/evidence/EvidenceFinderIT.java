package org.bitacora.projections.indicator.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.projections.indicator.EngineScenario;
import org.bitacora.projections.indicator.TerritoryScope;
import org.bitacora.projections.indicator.evidence.Contribution.Cause;
import org.bitacora.projections.indicator.evidence.EvidenceFinder.EvidencePage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests the activities and reports that contribute to a value, and the causes of changes. */
class EvidenceFinderIT extends EngineScenario {

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private static final long BEFORE = 4;
    private static final EvidencePage FIRST_PAGE = new EvidencePage("", "", 100);

    EvidenceFinderIT() {
        super(DATABASE);
    }

    private void threeVisits() {
        post("a", "visit.received", """
                {"title": "A", "start": "2014-05-12"}""");
        post("b", "visit.received", """
                {"title": "B", "start": "2014-06"}""");
        post("c", "visit.announced", """
                {"title": "C", "start": "2014-07-01"}""");
    }

    private List<Contribution> findChanges(String indicator, long from) {
        testLog.projectAll();
        return await(new EvidenceFinder(testLog.pool())
                .findChanges(
                        evidenceQuery(indicator, "2014"),
                        TerritoryScope.of(territory, from),
                        scope(),
                        Optional.empty()));
    }

    private static Tuple change(String activity, int effect, Cause cause) {
        return tuple(activity, effect, cause);
    }

    @Test
    void eachChangeNamesItsActivityEffectAndCause() {
        threeVisits();
        post("b", "activity.withdrawn", "{}");
        post("c", "visit.received", "{}");
        post("a", "activity.corrected", """
                {"start": "2015-01-01"}""");
        post("d", "visit.received", """
                {"title": "D", "start": "2014-09"}""");

        var changes = findChanges("bahia.visits", BEFORE);

        assertThat(changes)
                .extracting(
                        Contribution::subject, it -> it.effect().orElseThrow().intValueExact(), it -> it.cause()
                                .orElseThrow())
                .containsExactly(
                        change("a", -1, Cause.CORRECTED),
                        change("b", -1, Cause.WITHDRAWN),
                        change("c", 1, Cause.TRANSITION),
                        change("d", 1, Cause.ADDED));
        assertThat(changes.getFirst().events()).extracting(it -> it.position()).containsExactly(7L);
    }

    @Test
    void aReclassificationIsDistinguishedFromACorrection() {
        threeVisits();
        post("a", "activity.corrected", """
                {"categories": ["agreement-signed"]}""");

        var changes = findChanges("bahia.agreements", BEFORE);

        assertThat(changes).extracting(it -> it.cause().orElseThrow()).containsExactly(Cause.RECLASSIFIED);
    }

    @Test
    void aReportedRateCorrectsAnAmountThatCouldNotBeConverted() {
        threeVisits();
        post("p", "project.started", """
                {"title": "P", "start": "2014-05-12", "amounts": [
                 {"value": "1000", "currency": "BRL", "purpose": "cooperation"}]}""");
        report("exchange-rate.BRL.USD", """
                {"period": "2014", "value": 0.4, "unit": "USD/BRL"}""");

        var changes = findChanges("basic.cooperation-resources", BEFORE + 1);

        assertThat(changes)
                .extracting(
                        Contribution::subject, it -> it.effect().orElseThrow().intValueExact(), it -> it.cause()
                                .orElseThrow())
                .containsExactly(change("p", 400, Cause.CORRECTED));
        assertThat(changes.getFirst().events()).extracting(it -> it.position()).containsExactly(6L);
    }

    @Test
    void evidenceOfARatioAddsUpToItsParts() {
        post("a", "visit.received", """
                {"title": "A", "start": "2014", "motivation": "planned"}""");
        post("b", "visit.received", """
                {"title": "B", "start": "2014", "motivation": "reactive"}""");
        testLog.projectAll();

        var evidence = await(new EvidenceFinder(testLog.pool())
                .findByActivity(evidenceQuery("allas.planned-share", "2014"), scope(), FIRST_PAGE));

        assertThat(evidence)
                .extracting(it -> it.effect().map(effect -> effect.intValueExact()), it -> it.denominatorEffect()
                        .map(effect -> effect.intValueExact()))
                .containsExactly(tuple(Optional.of(1), Optional.of(1)), tuple(Optional.empty(), Optional.of(1)));
    }

    @Test
    void theLatestRevisionOfAReportIsTheEvidence() {
        report("exports", """
                {"period": "2014", "value": 1400000.5, "unit": "USD"}""");
        report("exports", """
                {"period": "2014", "value": 1500000, "unit": "USD", "revision": 1, "status": "provisional"}""");
        testLog.projectAll();

        var evidence =
                await(new EvidenceFinder(testLog.pool()).findByReport(evidenceQuery("basic.exports", "2014"), scope()));

        assertThat(evidence)
                .extracting(it -> it.effect().orElseThrow().intValueExact())
                .containsExactly(1_500_000);
    }
}
