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

/** The base class of observation engine tests: each test has its own territory in a real log, and queries for it. */
public abstract class EngineScenario {

    private static final IndicatorCatalogue CATALOGUE = IndicatorCatalogue.read();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    protected final TestLog testLog;
    protected String territory = "";

    /** Creates a scenario over the database of a test class. */
    protected EngineScenario(LogDatabase database) {
        this.testLog = new TestLog(database);
    }

    @BeforeEach
    void createTerritory() {
        territory = freshTerritory();
    }

    /** Registers a territory that no other test uses, and returns its code. */
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

    /** Returns the scope of the territory as of the head of its log. */
    protected TerritoryScope scope() {
        return TerritoryScope.of(territory, position(territory));
    }

    /** Returns the head position of a territory's log. */
    protected long position(String code) {
        return testLog.entries(code).size();
    }

    protected static Definition definition(String code) {
        return CATALOGUE.find(code).orElseThrow();
    }

    protected Observation observe(String indicator, String period) {
        return observe(indicator, period, scope(), List.of());
    }

    /** Returns the observation of a scope that has one group. */
    protected Observation observe(String indicator, String period, TerritoryScope scope, List<Grouping> by) {
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
