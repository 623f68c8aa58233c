package org.bitacora.projections.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import org.bitacora.domain.activity.Activity;
import org.bitacora.domain.activity.ActivityEvent;
import org.bitacora.domain.activity.Fold;
import org.bitacora.eventlog.testing.LogDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What cannot be projected is parked, holds nobody up, and comes back at its own positions. */
class ParkingIT {

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private final Logbook logbook = new Logbook(DATABASE);

    private static Activity brokenFold(Collection<ActivityEvent> events) {
        var activity = Fold.of(events);
        if (activity.title().equals("poison")) {
            throw new IllegalStateException("This fold cannot take poison");
        }
        return activity;
    }

    @Test
    void anActivityThatCannotBeFoldedIsParkedAndTheRestGoesOn() throws SQLException {
        logbook.register("p-one");
        logbook.say("p-one", "good", "visit.received", "{\"title\": \"fine\"}");
        logbook.say("p-one", "bad", "visit.received", "{\"title\": \"poison\"}");
        logbook.say("p-one", "good-too", "visit.received", "{\"title\": \"fine\"}");

        Logbook.catchUp(logbook.projector(100, ParkingIT::brokenFold));

        assertThat(logbook.texts("select activity from activity_version where territory = 'p-one' order by 1"))
                .containsExactly("good", "good-too");
        assertThat(logbook.texts("select subject || ' ' || position from parked where territory = 'p-one'"))
                .containsExactly("p-one/bad 3");
    }

    @Test
    void aReplayAfterTheFixMakesTheVersionsThatWereMissing() throws SQLException {
        logbook.register("p-two");
        logbook.say("p-two", "bad", "visit.announced", "{\"title\": \"fine\"}");
        logbook.say("p-two", "bad", "visit.received", "{\"title\": \"poison\"}");
        Logbook.catchUp(logbook.projector(100, ParkingIT::brokenFold));
        logbook.say("p-two", "bad", "activity.withdrawn", "{}");
        Logbook.catchUp(logbook.projector(100, ParkingIT::brokenFold));

        var fixed = logbook.projector(100);
        assertThat(fixed.replay("p-two", "p-two/bad")).isTrue();

        assertThat(logbook.texts("""
                        select concat_ws(' ', known_from, known_to, status) from activity_version
                        where territory = 'p-two' order by known_from""")).containsExactly("2 3 planned", "3 4 formalised", "4 withdrawn");
        assertThat(logbook.texts("select subject from parked where territory = 'p-two'"))
                .isEmpty();
        assertThat(fixed.replay("p-two", "p-two/bad")).isFalse();
    }

    @Test
    void whatTheDatabaseRefusesIsParkedAloneAfterSeveralTries() throws SQLException {
        logbook.register("p-three");
        logbook.execute("alter table activity_version add constraint no_poison check (title <> 'venom')");
        logbook.say("p-three", "good", "visit.received", "{\"title\": \"fine\"}");
        logbook.say("p-three", "bad", "visit.received", "{\"title\": \"venom\"}");
        logbook.say("p-three", "good-too", "visit.received", "{\"title\": \"fine\"}");

        Logbook.catchUp(logbook.projector(100));

        assertThat(logbook.texts("select activity from activity_version where territory = 'p-three' order by 1"))
                .containsExactly("good", "good-too");
        assertThat(logbook.texts("select subject from parked where territory = 'p-three'"))
                .containsExactly("p-three/bad");
    }

    @Test
    void aDatabaseThatStopsOrStartsParksNothing() throws SQLException {
        logbook.register("p-four");
        logbook.say("p-four", "good", "visit.received", "{\"title\": \"fine\"}");
        logbook.execute("""
                create function starting_up() returns trigger language plpgsql as
                $$ begin raise exception using errcode = '57P03', message = 'starting up'; end $$""");
        logbook.execute("""
                create trigger starting_up before insert on activity_version
                for each row when (new.territory = 'p-four') execute function starting_up()""");
        var projector = logbook.projector(100);
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> projector.pass(Set.of("p-four"))).isInstanceOf(PgException.class);
        }
        logbook.execute("drop trigger starting_up on activity_version");

        Logbook.catchUp(projector);

        assertThat(logbook.texts("select activity from activity_version where territory = 'p-four'"))
                .containsExactly("good");
        assertThat(logbook.texts("select subject from parked where territory = 'p-four'"))
                .isEmpty();
    }
}
