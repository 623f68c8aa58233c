package org.bitacora.eventlog.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.eventlog.testing.VisitDraft.visit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitacora.domain.refusal.Refusal.Conflict;
import org.bitacora.domain.refusal.Refusal.NotOwner;
import org.bitacora.domain.refusal.Refusal.UnknownTerritory;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.AppendResult;
import org.bitacora.eventlog.AppendResult.Duplicate;
import org.bitacora.eventlog.AppendResult.NotAttempted;
import org.bitacora.eventlog.AppendResult.Refused;
import org.bitacora.eventlog.AppendResult.Stored;
import org.bitacora.eventlog.Digest;
import org.bitacora.eventlog.postgres.AppendDecider.EventIdentity;
import org.bitacora.eventlog.postgres.AppendDecider.RecordedEvent;
import org.bitacora.eventlog.testing.VisitDraft;
import org.junit.jupiter.api.Test;

class AppendDeciderTest {

    private static final byte[] SALT = {1, 2, 3};

    private static List<AppendResult> decide(AppendDecider appendDecider, AppendMode appendMode, VisitDraft... visits) {
        return appendDecider.decide(Stream.of(visits).map(VisitDraft::toDraft).toList(), appendMode);
    }

    private static List<AppendResult> decide(AppendDecider appendDecider, VisitDraft... visits) {
        return decide(appendDecider, AppendMode.EACH, visits);
    }

    private static AppendDecider atNine() {
        return new AppendDecider(Map.of("a", 9L, "b", 0L), Map.of(), Map.of());
    }

    private static AppendDecider knowing(VisitDraft visitDraft, Optional<Digest> personal, Optional<byte[]> salt) {
        var recordedEvent = new RecordedEvent(4, visitDraft.toDraft().content(), personal, salt);
        return new AppendDecider(
                Map.of("a", 9L), Map.of(new EventIdentity("a", visitDraft.key()), recordedEvent), Map.of());
    }

    @Test
    void positionsContinueFromTheHeadOfEachLog() {
        var appendDecider = atNine();

        assertThat(decide(appendDecider, visit("a", "1"), visit("b", "2"), visit("a", "3")))
                .containsExactly(new Stored(10), new Stored(1), new Stored(11));
        assertThat(appendDecider.positionedDrafts())
                .extracting(AppendDecider.PositionedDraft::position)
                .containsExactly(10L, 1L, 11L);
    }

    @Test
    void aTerritoryWithoutALogIsUnknownUntilTheLogIsCreated() {
        assertThat(decide(
                        atNine(),
                        visit("b", "1").byAuthor(VisitDraft.LATECOMER),
                        visit("c", "2"),
                        visit("b", "3"),
                        visit("b", "4").byAuthor(VisitDraft.LATECOMER)))
                .containsExactly(
                        new Refused(new UnknownTerritory("b")),
                        new Refused(new UnknownTerritory("c")),
                        new Stored(1),
                        new Stored(2));
    }

    @Test
    void aBatchSeesTheDraftsOfEarlierBatches() {
        var appendDecider = atNine();
        decide(appendDecider, visit("a", "1"));

        assertThat(decide(appendDecider, visit("a", "1"), visit("a", "1").withData("{}"), visit("a", "2")))
                .containsExactly(new Duplicate(10), new Refused(new Conflict("s", "1", 10)), new Stored(11));
    }

    @Test
    void anAtomicBatchRevertsItsOwnPositionsOnly() {
        var appendDecider = atNine();
        decide(appendDecider, visit("a", "1"));

        assertThat(decide(
                        appendDecider,
                        AppendMode.ATOMIC,
                        visit("a", "2"),
                        visit("b", "3"),
                        visit("a", "2"),
                        visit("a", "1"),
                        visit("a", "1").withData("{}")))
                .containsExactly(
                        new NotAttempted(),
                        new NotAttempted(),
                        new NotAttempted(),
                        new Duplicate(10),
                        new Refused(new Conflict("s", "1", 10)));
        assertThat(decide(appendDecider, visit("a", "2"), visit("b", "3")))
                .containsExactly(new Stored(11), new Stored(1));
        assertThat(appendDecider.positionedDrafts())
                .extracting(AppendDecider.PositionedDraft::position)
                .containsExactly(10L, 11L, 1L);
    }

    @Test
    void theOwnerInTheLogPrecedesTheFirstDraftOfTheGroup() {
        var appendDecider = new AppendDecider(Map.of("a", 9L), Map.of(), Map.of("a/visit", "owner"));

        assertThat(decide(
                        appendDecider,
                        visit("a", "1").onActivity("visit").byAuthor(VisitDraft.EDITOR),
                        visit("a", "2").onActivity("visit"),
                        visit("a", "3").onActivity("visit").fromSource("owner")))
                .containsExactly(new Stored(10), new Refused(new NotOwner("a/visit", "owner")), new Stored(11));
    }

    @Test
    void aRevertedDraftOwnsNothingAndEarlierDraftsKeepTheirActivities() {
        var appendDecider = atNine();
        decide(appendDecider, visit("a", "1").onActivity("kept"));
        decide(appendDecider, AppendMode.ATOMIC, visit("a", "2").onActivity("lost"), visit("c", "3"));

        assertThat(decide(
                        appendDecider,
                        visit("a", "4").onActivity("lost").fromSource("other"),
                        visit("a", "5").onActivity("kept").fromSource("other")))
                .containsExactly(new Stored(11), new Refused(new NotOwner("a/kept", "s")));
    }

    @Test
    void thePrivatePartIsComparedUsingTheRecordedSalt() {
        var first = visit("a", "1").withPrivatePart("{\"p\":1}");
        var personal = Optional.of(Digest.of(SALT, "{\"p\":1}"));
        var other = new Refused(new Conflict("s", "1", 4));

        assertThat(decide(
                        knowing(first, personal, Optional.of(SALT)),
                        first,
                        first.withPrivatePart("{\"p\":2}"),
                        visit("a", "1")))
                .containsExactly(new Duplicate(4), other, other);
    }

    @Test
    void anAddedPrivatePartIsAConflict() {
        var first = visit("a", "1");

        assertThat(decide(knowing(first, Optional.empty(), Optional.empty()), first, first.withPrivatePart("{}")))
                .containsExactly(new Duplicate(4), new Refused(new Conflict("s", "1", 4)));
    }

    @Test
    void afterErasureOnlyThePublicPartIsCompared() {
        var first = visit("a", "1").withPrivatePart("{}");
        var erased = knowing(first, Optional.of(Digest.of(SALT, "{}")), Optional.empty());

        assertThat(decide(erased, first, first.withPrivatePart("{\"p\":2}"), visit("a", "1"), first.withData("{}")))
                .containsExactly(
                        new Duplicate(4), new Duplicate(4), new Duplicate(4), new Refused(new Conflict("s", "1", 4)));
    }
}
