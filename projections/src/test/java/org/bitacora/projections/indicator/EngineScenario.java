package org.bitacora.projections.indicator;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.Period;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.projections.indicator.evidence.EvidenceFinder.EvidenceQuery;
import org.bitacora.projections.indicator.query.ObservationEngine;
import org.bitacora.projections.projector.TestLog;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of the figures engine have in common: a territory of their own in a real log, and questions about it. */
public abstract class EngineScenario {

    private static final IndicatorCatalogue CATALOGUE = IndicatorCatalogue.read();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    protected final TestLog testLog;
    protected String territory = "";

    /** Over the database of a class of tests. */
    protected EngineScenario(LogDatabase database) {
        this.testLog = new TestLog(database);
    }

    @BeforeEach
    void createTerritory() {
        territory = freshTerritory();
    }

    /** Another territory than those of other tests. */
    protected String freshTerritory() {
        var code = "t-" + UUID.randomUUID().toString().substring(0, 12);
        testLog.register(code);
        return code;
    }

    protected void post(String activity, String word, String data) {
        testLog.append(territory, activity, word, data);
    }

    protected void report(String series, String data) {
        post(series, "measure.reported", data);
    }

    /** The territory as far as its log goes. */
    protected Scope scope() {
        return Scope.of(territory, position(territory));
    }

    /** Where the log of a territory ends. */
    protected long position(String code) {
        return testLog.entries(code).size();
    }

    protected static Definition definition(String code) {
        return CATALOGUE.find(code).orElseThrow();
    }

    protected Observation observe(String indicator, String period) {
        return observe(indicator, period, scope(), List.of());
    }

    /** The one observation of a scope of one group. */
    protected Observation observe(String indicator, String period, Scope scope, List<Grouping> by) {
        testLog.projectAll();
        var query =
                new ObservationQuery(definition(indicator), Period.parse(period).orElseThrow(), Filter.EVERYTHING, by);
        var byGroup = await(new ObservationEngine(testLog.pool()).observe(query, scope));
        return byGroup.values().iterator().next().getFirst();
    }

    protected static EvidenceQuery evidenceQuery(String indicator, String period) {
        return new EvidenceQuery(
                definition(indicator), Period.parse(period).orElseThrow().getFirst(), Filter.EVERYTHING);
    }

    protected static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
