package org.bitacora.projections.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.activity.Activity;
import org.bitacora.domain.activity.ActivityFold;
import org.bitacora.domain.indicator.ObservationStatus;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.projections.indicator.IndicatorCatalogue;
import org.bitacora.projections.indicator.change.ChangeDetector;
import org.bitacora.projections.indicator.change.ObservationChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that a subject that cannot be projected is parked, does not block others, and can be replayed. */
class ParkingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private final TestLog testLog = new TestLog(DATABASE);

    private static ActivityFold brokenFold() {
        return new ActivityFold() {
            @Override
            public Activity activity() {
                var activity = super.activity();
                if (activity.title().equals("poison")) {
                    throw new IllegalStateException("The fold rejects the title poison");
                }
                return activity;
            }
        };
    }

    @Test
    void anActivityThatCannotBeFoldedIsParkedAndOthersAreProjected() throws SQLException {
        testLog.register("p-one");
        testLog.append("p-one", "good", "visit.received", "{\"title\": \"fine\"}");
        testLog.append("p-one", "bad", "visit.received", "{\"title\": \"poison\"}");
        testLog.append("p-one", "good-too", "visit.received", "{\"title\": \"fine\"}");

        TestLog.catchUp(testLog.projector(100, ParkingIT::brokenFold));

        assertThat(testLog.texts("select activity from activity_version where territory = 'p-one' order by 1"))
                .containsExactly("good", "good-too");
        assertThat(testLog.texts("select subject || ' ' || position from parked where territory = 'p-one'"))
                .containsExactly("p-one/bad 3");
    }

    @Test
    void aReplayAfterTheFixAddsTheMissingVersions() throws SQLException {
        testLog.register("p-two");
        testLog.append("p-two", "bad", "visit.announced", "{\"title\": \"fine\"}");
        testLog.append("p-two", "bad", "visit.received", "{\"title\": \"poison\"}");
        TestLog.catchUp(testLog.projector(100, ParkingIT::brokenFold));
        testLog.append("p-two", "bad", "activity.withdrawn", "{}");
        TestLog.catchUp(testLog.projector(100, ParkingIT::brokenFold));

        var fixed = testLog.projector(100);
        assertThat(fixed.replay("p-two", "p-two/bad")).isTrue();

        assertThat(testLog.texts("""
                        select concat_ws(' ', known_from, known_to, status) from activity_version
                        where territory = 'p-two' order by known_from""")).containsExactly("2 3 planned", "3 4 formalised", "4 withdrawn");
        assertThat(testLog.texts("select subject from parked where territory = 'p-two'"))
                .isEmpty();
        assertThat(fixed.replay("p-two", "p-two/bad")).isFalse();
    }

    @Test
    void anEntryThatTheDatabaseRejectsIsParkedAfterSeveralTries() throws SQLException {
        testLog.register("p-three");
        testLog.execute("alter table activity_version add constraint no_poison check (title <> 'venom')");
        testLog.append("p-three", "good", "visit.received", "{\"title\": \"fine\"}");
        testLog.append("p-three", "bad", "visit.received", "{\"title\": \"venom\"}");
        testLog.append("p-three", "good-too", "visit.received", "{\"title\": \"fine\"}");

        TestLog.catchUp(testLog.projector(100));

        assertThat(testLog.texts("select activity from activity_version where territory = 'p-three' order by 1"))
                .containsExactly("good", "good-too");
        assertThat(testLog.texts("select subject from parked where territory = 'p-three'"))
                .containsExactly("p-three/bad");
    }

    @Test
    void aRestartOfTheDatabaseParksNothing() throws SQLException {
        testLog.register("p-four");
        testLog.append("p-four", "good", "visit.received", "{\"title\": \"fine\"}");
        testLog.execute("""
                create function starting_up() returns trigger language plpgsql as
                $$ begin raise exception using errcode = '57P03', message = 'starting up'; end $$""");
        testLog.execute("""
                create trigger starting_up before insert on activity_version
                for each row when (new.territory = 'p-four') execute function starting_up()""");
        var projector = testLog.projector(100);
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> projector.runPass(Set.of("p-four"))).isInstanceOf(PgException.class);
        }
        testLog.execute("drop trigger starting_up on activity_version");

        TestLog.catchUp(projector);

        assertThat(testLog.texts("select activity from activity_version where territory = 'p-four'"))
                .containsExactly("good");
        assertThat(testLog.texts("select subject from parked where territory = 'p-four'"))
                .isEmpty();
    }

    @Test
    void valuesAreIncompleteFromTheParkedEventOn() throws SQLException {
        testLog.register("p-five");
        testLog.append("p-five", "good", "visit.received", "{\"title\": \"fine\", \"start\": \"2014\"}");
        testLog.append("p-five", "bad", "visit.received", "{\"title\": \"poison\"}");
        testLog.append("p-five", "good-too", "visit.received", "{\"title\": \"fine\", \"start\": \"2014\"}");
        TestLog.catchUp(testLog.projector(100, ParkingIT::brokenFold));

        assertThat(statusOfChanges(0, 2)).isNotEmpty().containsOnly(ObservationStatus.NORMAL);
        assertThat(statusOfChanges(2, 4)).isNotEmpty().containsOnly(ObservationStatus.INCOMPLETE);
        assertThat(parkedSubjects(recordedAt(2))).isZero();
        assertThat(parkedSubjects(recordedAt(4))).isEqualTo(1);
    }

    private List<ObservationStatus> statusOfChanges(long from, long to) {
        return new ChangeDetector(testLog.pool(), IndicatorCatalogue.read())
                .findChanges("p-five", from, to).await().atMost(PATIENCE).stream()
                        .filter(it -> it.definition().code().value().equals("bahia.visits"))
                        .map(ObservationChange::status)
                        .toList();
    }

    private Instant recordedAt(long position) throws SQLException {
        var texts = testLog.texts(
                "select to_json(recorded_at)#>>'{}' from log where territory = 'p-five' and position = " + position);
        return OffsetDateTime.parse(texts.getFirst()).toInstant();
    }

    private long parkedSubjects(Instant at) {
        return new CheckpointRepository(testLog.pool())
                .findPositions(List.of("p-five"), Optional.of(at))
                .await()
                .atMost(PATIENCE)
                .getFirst()
                .parkedSubjects();
    }
}
