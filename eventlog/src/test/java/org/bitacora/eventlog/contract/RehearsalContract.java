package org.bitacora.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.eventlog.contract.LogUnderTest.answer;
import static org.bitacora.eventlog.contract.LogUnderTest.drafts;
import static org.bitacora.eventlog.testing.Visit.visit;

import java.util.List;
import org.bitacora.domain.refusal.Refusal.Conflict;
import org.bitacora.eventlog.Appended;
import org.bitacora.eventlog.Appended.Duplicate;
import org.bitacora.eventlog.Appended.NotTried;
import org.bitacora.eventlog.Appended.Refused;
import org.bitacora.eventlog.Appended.Stored;
import org.bitacora.eventlog.Mode;
import org.bitacora.eventlog.testing.Visit;
import org.junit.jupiter.api.Test;

/** What would become of a batch, without anything becoming of it. */
interface RehearsalContract extends LogUnderTest {

    private List<Appended> rehearse(Mode mode, Visit... visits) {
        return answer(log().rehearse(drafts(visits), mode));
    }

    @Test
    default void aRehearsalAnswersAsTheAppendAndStoresNothing() {
        var territory = begun();
        Visit[] batch = {
            visit(territory, "a").privately("{}"),
            visit(territory, "beginning"),
            visit(territory, "beginning").saying("{}")
        };
        List<Appended> expected =
                List.of(new Stored(2), new Duplicate(1), new Refused(new Conflict("s", "beginning", 1)));

        assertThat(rehearse(Mode.EACH, batch)).isEqualTo(expected);
        assertThat(rehearse(Mode.EACH, batch)).isEqualTo(expected);
        assertThat(all(territory)).hasSize(1);
        assertThat(append(batch)).isEqualTo(expected);
    }

    @Test
    default void anAtomicRehearsalTooStoresNothing() {
        var territory = begun();

        assertThat(rehearse(
                        Mode.ATOMIC,
                        visit(territory, "a"),
                        visit(territory, "beginning").saying("{}")))
                .containsExactly(new NotTried(), new Refused(new Conflict("s", "beginning", 1)));
        assertThat(rehearse(Mode.ATOMIC, visit(territory, "a"))).containsExactly(new Stored(2));
        assertThat(all(territory)).hasSize(1);
    }

    @Test
    default void aRehearsalFoundsNoLog() {
        var territory = territory();

        assertThat(rehearse(Mode.EACH, visit(territory, "a"))).containsExactly(new Stored(1));
        assertThat(answer(log().end(territory))).isEmpty();
    }
}
