package org.bitacora.eventlog.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.AppendResult;
import org.bitacora.eventlog.AppendResult.Stored;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.eventlog.testing.VisitDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A draft that the database cannot store fails alone: neither other batches of its group nor the log are affected. */
class InvalidDraftIT {

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static Stream<Arguments> invalidDrafts() {
        var plain = VisitDraft.visit("invalid", "poison");
        return Stream.of(
                Arguments.of("an id", VisitDraft.visit("invalid", "poi\0son").onActivity("poison")),
                Arguments.of("a source", plain.fromSource("\0")),
                Arguments.of("a subject", plain.onActivity("poi\0son")),
                Arguments.of("data", plain.withData("{\"a\": \"\0\"}")),
                Arguments.of("a private part", plain.withPrivatePart("\0")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalidDrafts")
    void anInvalidDraftFailsAlone(String what, VisitDraft invalidDraft) throws Exception {
        var territory = "neighbours-" + what.hashCode();
        try (var held = new BlockedLog(DATABASE, 1_000)) {
            var invalid = held.append(VisitDraft.visit("invalid", "beside"), invalidDraft);
            var neighbours = IntStream.range(0, 5)
                    .mapToObj(i -> held.append(VisitDraft.visit(territory, "n" + i)))
                    .toList();
            held.release();

            assertThat(invalid).failsWithin(PATIENCE);
            for (int i = 0; i < 5; i++) {
                assertThat(neighbours.get(i).join()).containsExactly(new Stored(i + 1));
            }
            assertThat(held.groups).containsExactly(1, 7);
            assertThat(held.log.headPosition("invalid").await().atMost(PATIENCE))
                    .isEmpty();
            assertThat(held.log.read(territory, 0, 10).await().atMost(PATIENCE))
                    .extracting(Entry::position)
                    .containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(DATABASE.texts("select pid from pg_stat_activity where state like 'idle in transaction%'"))
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalidDrafts")
    void aConnectionIsUsableAfterAnInvalidDraft(String what, VisitDraft invalidDraft) {
        var territory = "after-" + what.hashCode();
        var log = new PostgresLog(DATABASE.pool(1), InstantSource.system(), LogSettings.DEFAULT, _ -> {});
        for (int i = 1; i <= 10; i++) {
            assertThat(append(log, invalidDraft)).failsWithin(PATIENCE);
            assertThat(append(log, VisitDraft.visit(territory, "n" + i)))
                    .succeedsWithin(PATIENCE)
                    .isEqualTo(List.of(new Stored(i)));
        }
        assertThat(log.verify(territory).await().atMost(PATIENCE)).isEmpty();
    }

    /** The failing check is deferred to the commit; a result sent before the commit would be wrong. */
    @Test
    void aFailureAtTheCommitIsNotAcknowledged() throws Exception {
        DATABASE.execute("""
                create constraint trigger refuse_at_commit after insert on log deferrable initially deferred
                for each row when (new.id = 'too late') execute function refuse_to_rewrite()""");
        try (var held = new BlockedLog(DATABASE, 1_000)) {
            var before = held.append(VisitDraft.visit("late", "a"));
            var refused = held.append(VisitDraft.visit("late", "b"), VisitDraft.visit("late", "too late"));
            var after = held.append(VisitDraft.visit("late", "c"));
            held.release();

            assertThat(refused).failsWithin(PATIENCE);
            assertThat(before.join()).containsExactly(new Stored(1));
            assertThat(after.join()).containsExactly(new Stored(2));
            assertThat(held.log.headPosition("late").await().atMost(PATIENCE)).contains(2L);
        }
    }

    /** An exception while statements are built ends the transaction that has been started. */
    @Test
    @SuppressWarnings("NullAway")
    void aDraftThatFailsInJavaFailsAlone() throws Exception {
        var log = new PostgresLog(DATABASE.pool(1), InstantSource.system(), LogSettings.DEFAULT, _ -> {});
        var sound = VisitDraft.visit("sound", "a").toDraft();
        var broken = new Draft(
                "sound",
                null,
                sound.type(),
                1,
                sound.subject(),
                sound.time(),
                "{}",
                Optional.empty(),
                sound.content(),
                sound.personal(),
                sound.author(),
                Optional.empty());
        for (var appendMode : AppendMode.values()) {
            assertThat(log.append(List.of(broken), appendMode).subscribeAsCompletionStage())
                    .failsWithin(PATIENCE);
            assertThat(log.dryRun(List.of(broken), appendMode).subscribeAsCompletionStage())
                    .failsWithin(PATIENCE);
        }
        assertThat(append(log, VisitDraft.visit("sound", "a")))
                .succeedsWithin(PATIENCE)
                .isEqualTo(List.of(new Stored(1)));
        assertThat(DATABASE.texts("select position from head where territory = 'sound'"))
                .containsExactly("1");
    }

    private static CompletableFuture<List<AppendResult>> append(EventLog log, VisitDraft visitDraft) {
        return log.append(List.of(visitDraft.toDraft()), AppendMode.EACH).subscribeAsCompletionStage();
    }
}
