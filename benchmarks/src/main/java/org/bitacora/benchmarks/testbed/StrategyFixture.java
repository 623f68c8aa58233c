package org.bitacora.benchmarks.testbed;

import java.util.ArrayList;
import java.util.List;
import org.bitacora.benchmarks.load.LoadResponseParser;

/**
 * A territory of 10,000 activities over ten years and its strategy: 4 perspectives, 20 objectives and 60 measures, each
 * with its own indicator and filter, with targets and some rubrics.
 */
public final class StrategyFixture {

    static final String TERRITORY = "bench-strategy";

    private static final String PATH = "/v1/territories/" + TERRITORY + "/strategies/plan";
    private static final int EVENTS = 12_500;
    private static final int OBJECTIVES = 20;
    private static final int MEASURES = 3;
    private static final List<String> PERSPECTIVES = List.of("internal", "external", "financial", "learning");
    private static final List<String> INDICATORS = List.of(
            "bh.actions",
            "bahia.actions",
            "bahia.visits",
            "bahia.missions",
            "bh.agreements",
            "allas.countries",
            "allas.partners",
            "allas.planned-share",
            "allas.aligned-share",
            "allas.dimensions",
            "allas.agreements-in-force",
            "basic.visits-received");
    private static final List<String> FILTERS = List.of(
            "{}",
            "{\"country\":[\"AR\"]}",
            "{\"country\":[\"CO\",\"PT\"]}",
            "{\"theme\":[\"culture\"]}",
            "{\"motivation\":[\"planned\"]}");

    private final Testbed bed;
    private int firstPosition;

    StrategyFixture(Testbed bed) {
        this.bed = bed;
    }

    /** Returns the path of the scorecard of the year, with additional parameters. */
    public static String scorecardPath(String more) {
        return PATH + "/scorecard?period=" + EventGenerator.YEAR + more;
    }

    /** Returns the first position at which the strategy is complete. */
    public int firstPosition() {
        return firstPosition;
    }

    /**
     * Adopts the strategy and posts the events. It is adopted before the first activity, so that it exists at any later
     * position. Waits until everything is projected.
     */
    public void ensureStrategy() {
        if (firstPosition > 0) {
            return;
        }
        bed.seeder().registerTerritories(List.of(TERRITORY));
        var loadResponse = bed.client().send(bed.requests().put(PATH, renderPlan()));
        firstPosition = LoadResponseParser.parse(loadResponse, 201)
                .path("version")
                .path("position")
                .asInt();
        bed.seeder().postEvents(TERRITORY, EVENTS, 0);
        bed.projector().awaitCatchUp();
    }

    /** Returns the last position. */
    public int lastPosition() {
        return firstPosition + EVENTS;
    }

    private static String renderPlan() {
        var objectives = new ArrayList<String>();
        var targets = new ArrayList<String>();
        for (int i = 0; i < OBJECTIVES; i++) {
            var measures = new ArrayList<String>();
            for (int k = 0; k < MEASURES; k++) {
                int number = i * MEASURES + k;
                measures.add("{\"code\":\"m%d\",\"indicator\":\"%s\",\"where\":%s}"
                        .formatted(
                                number,
                                INDICATORS.get(number % INDICATORS.size()),
                                FILTERS.get(number / INDICATORS.size())));
                targets.add(
                        "{\"measure\":\"m%d\",\"baseline\":{\"value\":1,\"period\":\"2009\"},\"path\":{\"%d\":%d},\"final\":900}"
                                .formatted(number, EventGenerator.YEAR, 40 + number));
            }
            objectives.add("{\"code\":\"o%d\",\"name\":\"O\",\"perspective\":\"%s\",\"measures\":[%s]}"
                    .formatted(i, PERSPECTIVES.get(i % PERSPECTIVES.size()), String.join(",", measures)));
        }
        return "{\"name\":\"Plan\",\"period\":\"%d/%d\",\"objectives\":[%s],\"targets\":[%s]}"
                .formatted(
                        EventGenerator.YEAR - 3,
                        EventGenerator.YEAR,
                        String.join(",", objectives),
                        String.join(",", targets));
    }
}
