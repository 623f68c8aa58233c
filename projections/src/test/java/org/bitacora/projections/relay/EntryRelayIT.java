package org.bitacora.projections.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.projections.projector.TestLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that a channel receives every log completely and in order despite failures. */
class EntryRelayIT {

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private final TestLog testLog = new TestLog(DATABASE);
    private final String channel = UUID.randomUUID().toString();
    private final List<RelayedEntry> delivered = Collections.synchronizedList(new ArrayList<>());

    private EntryRelay relay() {
        var entryRelay = new EntryRelay(testLog.pool(), channel);
        entryRelay.addNewLogs();
        return entryRelay;
    }

    private RecordingSink listener() {
        return new RecordingSink(delivered, _ -> false);
    }

    private static List<Long> upTo(long end) {
        return LongStream.rangeClosed(1, end).boxed().toList();
    }

    @Test
    void everyEntryIsDeliveredOnceAndInOrder() {
        testLog.register("r-one");
        testLog.appendRandomEvents("r-one", new Random(1), 2_500);

        var entryRelay = relay();
        entryRelay.runPass(listener());
        testLog.append("r-one", "v", "visit.received", "{}");
        entryRelay.runPass(listener());

        assertThat(delivered.stream()
                        .filter(it -> it.territory().equals("r-one"))
                        .map(RelayedEntry::position))
                .isEqualTo(upTo(2_502));
        assertThat(entryRelay.runPass(listener())).isZero();
        assertThat(entryRelay.countPending()).isZero();
    }

    @Test
    void aReceiverThatIgnoresDuplicatesGetsEachEntryOnceDespiteFailures() {
        long seed = 7;
        var random = new Random(seed);
        testLog.register("r-two");
        testLog.register("r-three");
        testLog.appendRandomEvents("r-two", random, 300);
        testLog.appendRandomEvents("r-three", random, 200);

        var entryRelay = relay();
        boolean isDone = false;
        for (int i = 0; i < 10_000 && !isDone; i++) {
            try {
                isDone = entryRelay.runPass(new RecordingSink(delivered, _ -> random.nextInt(400) == 0)) == 0;
            } catch (IllegalStateException _) {
                // the next pass delivers the entries again
            }
        }

        var seen = RecordingSink.seen(delivered);
        assertThat(isDone).as("seed %d", seed).isTrue();
        assertThat(seen.get("r-two")).as("seed %d", seed).isEqualTo(upTo(301));
        assertThat(seen.get("r-three")).as("seed %d", seed).isEqualTo(upTo(201));
        assertThat(delivered.size()).as("some deliveries failed; seed %d", seed).isGreaterThan(502);
    }

    @Test
    void failedDeliveriesRemainPending() {
        testLog.register("r-four");
        var entryRelay = relay();
        var failing = new RecordingSink(delivered, it -> it.territory().equals("r-four"));

        assertThatThrownBy(() -> entryRelay.runPass(failing)).hasMessage("A delivery failed");

        assertThat(entryRelay.countPending()).isPositive();
        entryRelay.runPass(listener());
        assertThat(RecordingSink.seen(delivered).get("r-four")).isEqualTo(upTo(1));
    }

    @Test
    void severalNodesShareTheTerritoriesWithoutDuplicates() {
        var random = new Random(3);
        var territories = IntStream.range(0, 12).mapToObj(i -> "r-shared-" + i).toList();
        territories.forEach(testLog::register);
        territories.forEach(it -> testLog.appendRandomEvents(it, random, 150));

        relay();
        var nodes = IntStream.range(0, 3)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> {
                    var entryRelay = relay();
                    while (entryRelay.runPass(listener()) > 0) {
                        // until all remaining territories are claimed by other nodes
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(nodes).join();
        relay().runPass(listener());

        for (var territory : territories) {
            assertThat(delivered.stream()
                            .filter(it -> it.territory().equals(territory))
                            .map(RelayedEntry::position))
                    .isEqualTo(upTo(151));
        }
    }

    @Test
    void longEntriesAreDividedIntoPagesOfLimitedSize() {
        testLog.register("r-long");
        var text = "x".repeat(900_000);
        for (int i = 0; i < 12; i++) {
            testLog.append("r-long", "v", "visit.received", "{\"results\": \"" + text + "\"}");
        }
        var pages = new ArrayList<Long>();

        relay().runPass(new RelaySink() {
            @Override
            public void accept(List<RelayedEntry> entries) {
                pages.add(entries.stream().mapToLong(it -> it.data().length()).sum());
                delivered.addAll(entries);
            }

            @Override
            public void awaitDelivery() {}
        });

        assertThat(pages).hasSizeGreaterThan(2).allMatch(it -> it < 6_000_000);
        assertThat(RecordingSink.seen(delivered).get("r-long")).isEqualTo(upTo(13));
    }
}
