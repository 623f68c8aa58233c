package org.bitacora.projections.projector;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bitacora.domain.activity.ActivityFold;
import org.bitacora.eventlog.testing.LogDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that versions do not depend on how the log is divided into passes. */
class ProjectorIT {

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private final TestLog testLog = new TestLog(DATABASE);

    @Test
    void aRebuildProducesTheSameRowsAsIncrementalProjection() throws SQLException {
        long seed = 20_141_115;
        var random = new Random(seed);
        var projector = testLog.projector(7);
        testLog.register("t-one");
        for (int i = 0; i < 20; i++) {
            testLog.appendRandomEvents("t-one", random, 1 + random.nextInt(15));
            projector.runPass(Set.of());
        }
        TestLog.catchUp(projector);

        testLog.rebuild().buildInShadowSchema();

        assertThat(testLog.activityVersions())
                .as("seed %d", seed)
                .isNotEmpty()
                .isEqualTo(testLog.rebuiltActivityVersions());
    }

    @Test
    void severalProjectorsProjectEveryEntryOnce() throws SQLException {
        long seed = 42;
        var random = new Random(seed);
        var territories = List.of("t-two", "t-three", "t-four", "t-five");
        territories.forEach(testLog::register);
        territories.forEach(territory -> testLog.appendRandomEvents(territory, random, 200));

        var projectors = Stream.generate(() -> testLog.projector(11))
                .limit(3)
                .map(projector -> CompletableFuture.runAsync(() -> TestLog.catchUp(projector)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(projectors).join();
        TestLog.catchUp(testLog.projector(500));

        testLog.rebuild().buildInShadowSchema();
        assertThat(testLog.activityVersions()).as("seed %d", seed).isEqualTo(testLog.rebuiltActivityVersions());
    }

    @Test
    void activitiesOfManyEventsAreRebuiltToTheSameWhicheverProjectorFollowsThem() throws SQLException {
        long seed = 7;
        var random = new Random(seed);
        var projectors = List.of(testLog.projector(5), testLog.projector(90), testLog.projector(3));
        testLog.register("t-ten");
        for (int i = 0; i < 60; i++) {
            testLog.appendRandomEvents("t-ten", random, 1 + random.nextInt(40));
            projectors.get(random.nextInt(3)).runPass(Set.of());
        }
        TestLog.catchUp(projectors.getFirst());

        testLog.rebuild().buildInShadowSchema();

        assertThat(testLog.activityVersions()).as("seed %d", seed).isEqualTo(testLog.rebuiltActivityVersions());
    }

    @Test
    void eachPassFoldsWhatIsNewAlone() {
        var folds = new ArrayList<ActivityFold>();
        var projector = testLog.projector(100, () -> {
            folds.add(new ActivityFold());
            return folds.getLast();
        });
        testLog.register("t-eleven");
        for (int i = 0; i < 200; i++) {
            testLog.append("t-eleven", "v", "visit.received", "{\"title\": \"%d\"}".formatted(i));
            TestLog.catchUp(projector);
        }

        long whileFew = FoldCache.MIN_EVENTS * (FoldCache.MIN_EVENTS + 1) / 2;
        assertThat(folds.stream().mapToLong(ActivityFold::steps).sum())
                .isEqualTo(whileFew + 200 - FoldCache.MIN_EVENTS);
    }

    @Test
    void aFoldOfAnotherLogOfTheSameNameIsNotContinued() throws SQLException {
        var projector = testLog.projector(100);
        for (var title : List.of("old", "new")) {
            testLog.register("t-twelve");
            for (int i = 0; i < FoldCache.MIN_EVENTS + 2; i++) {
                testLog.append("t-twelve", "v", "visit.received", "{\"x-%s\": %d}".formatted(title, i));
                TestLog.catchUp(title.equals("old") ? projector : testLog.projector(100));
            }
            if (title.equals("old")) {
                testLog.execute("""
                        set session_replication_role = replica;
                        delete from log where territory = 't-twelve'; delete from head where territory = 't-twelve';
                        delete from checkpoint where territory = 't-twelve';
                        delete from activity_version where territory = 't-twelve';
                        delete from parent_version where territory = 't-twelve';
                        delete from territory where code = 't-twelve';
                        set session_replication_role = origin""");
            }
        }
        testLog.append("t-twelve", "v", "visit.received", "{\"title\": \"last\"}");

        TestLog.catchUp(projector);

        assertThat(testLog.texts("select data from activity_version where territory = 't-twelve' and known_to is null"))
                .singleElement()
                .satisfies(it -> assertThat(it).contains("x-new", "last").doesNotContain("x-old"));
    }

    @Test
    void everyPositionThatChangesAStateHasItsVersionWhateverTheBatch() throws SQLException {
        testLog.register("t-six");
        testLog.append("t-six", "v", "visit.announced", "{\"title\": \"a\"}");
        testLog.append("t-six", "v", "activity.assessed", "{\"title\": \"a\"}");
        testLog.append("t-six", "v", "visit.received", "{\"start\": \"2014\"}");
        testLog.append("t-six", "v", "activity.withdrawn", "{}");

        TestLog.catchUp(testLog.projector(1_000));

        assertThat(testLog.texts("""
                        select concat_ws(' ', known_from, known_to, status) from activity_version
                        where territory = 't-six' order by known_from""")).containsExactly("2 4 planned", "4 5 formalised", "5 withdrawn");
    }

    @Test
    void readModelsOfAnEarlierReleaseRequireARebuild() throws SQLException {
        testLog.register("t-seven");
        testLog.append("t-seven", "v", "visit.received", "{\"start\": \"2014\", \"objectives\": [\"o1\"]}");
        TestLog.catchUp(testLog.projector(1_000));
        testLog.execute("update generation set shape = 1; update activity_version set aligned = false");
        assertThat(testLog.rebuild().isRequired()).isTrue();

        testLog.rebuild().buildAndSwap();

        assertThat(testLog.rebuild().isRequired()).isFalse();
        assertThat(testLog.texts("select aligned::text from activity_version where territory = 't-seven'"))
                .containsExactly("true");
    }

    @Test
    void reportsDefinitionsAndMembershipsAreRebuiltIdentically() throws SQLException {
        testLog.register("t-eight");
        var projector = testLog.projector(2);
        for (var data : List.of(
                "{\"period\": \"2014\", \"value\": 3, \"unit\": \"u\"}",
                "{\"period\": \"2014\", \"value\": 4, \"unit\": \"u\", \"revision\": 2}",
                "{\"period\": \"2014\", \"value\": 5, \"unit\": \"u\", \"revision\": 1}",
                "{\"period\": \"2014\", \"value\": null, \"unit\": \"u\", \"revision\": 3}",
                "{\"period\": \"2014-S1\", \"value\": 1, \"unit\": \"u\"}")) {
            testLog.append("t-eight", "exports", "measure.reported", data);
            TestLog.catchUp(projector);
        }
        testLog.append("t-eight", "indicators/own.x", "indicator.defined", "{\"unit\": \"a\"}");
        testLog.append("t-eight", "indicators/own.x", "indicator.defined", "{\"unit\": \"b\"}");
        testLog.append("t-eight", "members/m", "territory.member-named", "{\"member\": \"t-one\"}");
        TestLog.catchUp(projector);
        testLog.append(
                "t-eight", "members/m", "territory.member-named", "{\"member\": \"t-one\", \"to\": \"2014-12-31\"}");
        TestLog.catchUp(projector);
        testLog.registerWithParent("t-eight", "t-one");
        testLog.registerWithParent("t-eight", "t-two");
        TestLog.catchUp(testLog.projector(10));

        testLog.rebuild().buildInShadowSchema();

        assertThat(rows("t-eight", "public.series_version", "concat_ws(' ', period, known_from, known_to, value)"))
                .containsExactly("2014 2 3 3", "2014 3 5 4", "2014 5", "2014-S1 6 1")
                .isEqualTo(rows(
                        "t-eight", "rebuild.series_version", "concat_ws(' ', period, known_from, known_to, value)"));
        assertThat(rows("t-eight", "public.definition_version", "concat_ws(' ', code, version, known_from)"))
                .containsExactly("own.x 1 7", "own.x 2 8")
                .isEqualTo(rows("t-eight", "rebuild.definition_version", "concat_ws(' ', code, version, known_from)"));
        assertThat(rows("t-eight", "public.membership_version", "concat_ws(' ', member, known_from, known_to, until)"))
                .containsExactly("t-one 9 10 9999-12-31", "t-one 10 2014-12-31")
                .isEqualTo(rows(
                        "t-eight",
                        "rebuild.membership_version",
                        "concat_ws(' ', member, known_from, known_to, until)"));
        var parents = "concat_ws(' ', known_from, coalesce(parent, 'none'))";
        assertThat(rows("t-eight", "public.parent_version", parents))
                .containsExactly("1 none", "11 t-one", "12 t-two")
                .isEqualTo(rows("t-eight", "rebuild.parent_version", parents));
    }

    @Test
    void aStrategyAndAnActorHaveAVersionForEveryPositionThatChangesThem() throws SQLException {
        testLog.register("t-nine");
        var projector = testLog.projector(2);
        for (var event : List.of(
                List.of("strategy.adopted", "{\"name\": \"a\"}"),
                List.of("objective.defined", "{\"code\": \"o1\", \"name\": \"b\"}"),
                List.of("objective.defined", "{\"code\": \"o1\", \"name\": \"b\"}"),
                List.of("strategy.adopted", "{\"name\": \"c\"}"),
                List.of("objective.dropped", "{\"code\": \"o1\"}"))) {
            testLog.append("t-nine", "strategies/plan", event.getFirst(), event.getLast());
            TestLog.catchUp(projector);
        }
        var columns = "concat_ws(' ', strategy, known_from, known_to, document::json ->> 'name',"
                + " json_array_length(document::json -> 'objectives'))";

        for (var event : List.of("{\"name\": \"a\"}", "{\"name\": \"a\"}", "{\"name\": \"b\"}")) {
            testLog.append("t-nine", "actors/uni", "actor.registered", event);
        }
        TestLog.catchUp(projector);

        testLog.rebuild().buildInShadowSchema();

        var actors = "concat_ws(' ', actor, known_from, known_to, document)";
        assertThat(rows("t-nine", "public.actor_version", actors))
                .containsExactly("uni 7 9 {\"name\":\"a\"}", "uni 9 {\"name\":\"b\"}")
                .isEqualTo(rows("t-nine", "rebuild.actor_version", actors));
        assertThat(rows("t-nine", "public.strategy_version", columns))
                .containsExactly("plan 2 3 a 0", "plan 3 5 a 1", "plan 5 6 c 1", "plan 6 c 0")
                .isEqualTo(rows("t-nine", "rebuild.strategy_version", columns));
    }

    private List<String> rows(String territory, String table, String columns) throws SQLException {
        return testLog.texts(
                "select " + columns + " from " + table + " where territory = '" + territory + "' order by known_from");
    }
}
