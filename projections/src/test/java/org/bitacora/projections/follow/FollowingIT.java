package org.bitacora.projections.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bitacora.eventlog.testing.LogDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Versions do not depend on how the log was followed. */
class FollowingIT {

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private final Logbook logbook = new Logbook(DATABASE);

    @Test
    void rebuildingMakesRowForRowWhatFollowingMade() throws SQLException {
        long seed = 20_141_115;
        var random = new Random(seed);
        var projector = logbook.projector(7);
        logbook.register("t-one");
        for (int i = 0; i < 20; i++) {
            logbook.sayAtRandom("t-one", random, 1 + random.nextInt(15));
            projector.pass(Set.of());
        }
        Logbook.catchUp(projector);

        logbook.rebuild().beside();

        assertThat(logbook.versions()).as("seed %d", seed).isNotEmpty().isEqualTo(logbook.rebuiltVersions());
    }

    @Test
    void severalProjectorsApplyEveryEntryOnce() throws SQLException {
        long seed = 42;
        var random = new Random(seed);
        var territories = List.of("t-two", "t-three", "t-four", "t-five");
        territories.forEach(logbook::register);
        territories.forEach(territory -> logbook.sayAtRandom(territory, random, 200));

        var projectors = Stream.generate(() -> logbook.projector(11))
                .limit(3)
                .map(projector -> CompletableFuture.runAsync(() -> Logbook.catchUp(projector)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(projectors).join();
        Logbook.catchUp(logbook.projector(500));

        logbook.rebuild().beside();
        assertThat(logbook.versions()).as("seed %d", seed).isEqualTo(logbook.rebuiltVersions());
    }

    @Test
    void everyPositionThatChangesAStateHasItsVersionWhateverTheBatch() throws SQLException {
        logbook.register("t-six");
        logbook.say("t-six", "v", "visit.announced", "{\"title\": \"a\"}");
        logbook.say("t-six", "v", "activity.assessed", "{\"title\": \"a\"}");
        logbook.say("t-six", "v", "visit.received", "{\"start\": \"2014\"}");
        logbook.say("t-six", "v", "activity.withdrawn", "{}");

        Logbook.catchUp(logbook.projector(1_000));

        assertThat(logbook.texts("""
                        select concat_ws(' ', known_from, known_to, status) from activity_version
                        where territory = 't-six' order by known_from""")).containsExactly("2 4 planned", "4 5 formalised", "5 withdrawn");
    }
}
