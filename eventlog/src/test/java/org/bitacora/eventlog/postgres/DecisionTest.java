package org.bitacora.eventlog.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.eventlog.testing.Visit.visit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitacora.domain.refusal.Refusal.Conflict;
import org.bitacora.domain.refusal.Refusal.NotOwner;
import org.bitacora.domain.refusal.Refusal.UnknownTerritory;
import org.bitacora.eventlog.Appended;
import org.bitacora.eventlog.Appended.Duplicate;
import org.bitacora.eventlog.Appended.NotTried;
import org.bitacora.eventlog.Appended.Refused;
import org.bitacora.eventlog.Appended.Stored;
import org.bitacora.eventlog.Digest;
import org.bitacora.eventlog.Mode;
import org.bitacora.eventlog.postgres.Decision.Identity;
import org.bitacora.eventlog.postgres.Decision.Past;
import org.bitacora.eventlog.testing.Visit;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private static final byte[] SALT = {1, 2, 3};

    private static List<Appended> decide(Decision decision, Mode mode, Visit... visits) {
        return decision.batch(Stream.of(visits).map(Visit::draft).toList(), mode);
    }

    private static List<Appended> decide(Decision decision, Visit... visits) {
        return decide(decision, Mode.EACH, visits);
    }

    private static Decision atNine() {
        return new Decision(Map.of("a", 9L, "b", 0L), Map.of(), Map.of());
    }

    private static Decision knowing(Visit visit, Optional<Digest> personal, Optional<byte[]> salt) {
        var past = new Past(4, visit.draft().content(), personal, salt);
        return new Decision(Map.of("a", 9L), Map.of(new Identity("a", visit.key()), past), Map.of());
    }

    @Test
    void positionsGoOnFromTheEndOfEachLog() {
        var decision = atNine();

        assertThat(decide(decision, visit("a", "1"), visit("b", "2"), visit("a", "3")))
                .containsExactly(new Stored(10), new Stored(1), new Stored(11));
        assertThat(decision.placed()).extracting(Decision.Placed::position).containsExactly(10L, 1L, 11L);
    }

    @Test
    void whatIsNeitherThereNorFoundedIsUnknown() {
        assertThat(decide(
                        atNine(),
                        visit("b", "1").by(Visit.LATECOMER),
                        visit("c", "2"),
                        visit("b", "3"),
                        visit("b", "4").by(Visit.LATECOMER)))
                .containsExactly(
                        new Refused(new UnknownTerritory("b")),
                        new Refused(new UnknownTerritory("c")),
                        new Stored(1),
                        new Stored(2));
    }

    @Test
    void aBatchKnowsWhatTheBatchBeforeItStored() {
        var decision = atNine();
        decide(decision, visit("a", "1"));

        assertThat(decide(decision, visit("a", "1"), visit("a", "1").saying("{}"), visit("a", "2")))
                .containsExactly(new Duplicate(10), new Refused(new Conflict("s", "1", 10)), new Stored(11));
    }

    @Test
    void anAtomicBatchTakesItsPositionsBackButNotThoseOfOthers() {
        var decision = atNine();
        decide(decision, visit("a", "1"));

        assertThat(decide(
                        decision,
                        Mode.ATOMIC,
                        visit("a", "2"),
                        visit("b", "3"),
                        visit("a", "2"),
                        visit("a", "1"),
                        visit("a", "1").saying("{}")))
                .containsExactly(
                        new NotTried(),
                        new NotTried(),
                        new NotTried(),
                        new Duplicate(10),
                        new Refused(new Conflict("s", "1", 10)));
        assertThat(decide(decision, visit("a", "2"), visit("b", "3"))).containsExactly(new Stored(11), new Stored(1));
        assertThat(decision.placed()).extracting(Decision.Placed::position).containsExactly(10L, 11L, 1L);
    }

    @Test
    void theOwnerInTheLogComesBeforeTheFirstInTheGroup() {
        var decision = new Decision(Map.of("a", 9L), Map.of(), Map.of("a/visit", "owner"));

        assertThat(decide(
                        decision,
                        visit("a", "1").on("visit").by(Visit.EDITOR),
                        visit("a", "2").on("visit"),
                        visit("a", "3").on("visit").from("owner")))
                .containsExactly(new Stored(10), new Refused(new NotOwner("a/visit", "owner")), new Stored(11));
    }

    @Test
    void whatIsTakenBackOwnsNothingButWhatCameBeforeStillDoes() {
        var decision = atNine();
        decide(decision, visit("a", "1").on("kept"));
        decide(decision, Mode.ATOMIC, visit("a", "2").on("lost"), visit("c", "3"));

        assertThat(decide(
                        decision,
                        visit("a", "4").on("lost").from("other"),
                        visit("a", "5").on("kept").from("other")))
                .containsExactly(new Stored(11), new Refused(new NotOwner("a/kept", "s")));
    }

    @Test
    void thePrivatePartIsComparedWithTheSaltOfTheFirst() {
        var first = visit("a", "1").privately("{\"p\":1}");
        var personal = Optional.of(Digest.of(SALT, "{\"p\":1}"));
        var other = new Refused(new Conflict("s", "1", 4));

        assertThat(decide(
                        knowing(first, personal, Optional.of(SALT)),
                        first,
                        first.privately("{\"p\":2}"),
                        visit("a", "1")))
                .containsExactly(new Duplicate(4), other, other);
    }

    @Test
    void withoutAPrivatePartBeforeAnyIsAConflict() {
        var first = visit("a", "1");

        assertThat(decide(knowing(first, Optional.empty(), Optional.empty()), first, first.privately("{}")))
                .containsExactly(new Duplicate(4), new Refused(new Conflict("s", "1", 4)));
    }

    @Test
    void afterErasureThePublicPartDecides() {
        var first = visit("a", "1").privately("{}");
        var erased = knowing(first, Optional.of(Digest.of(SALT, "{}")), Optional.empty());

        assertThat(decide(erased, first, first.privately("{\"p\":2}"), visit("a", "1"), first.saying("{}")))
                .containsExactly(
                        new Duplicate(4), new Duplicate(4), new Duplicate(4), new Refused(new Conflict("s", "1", 4)));
    }
}
