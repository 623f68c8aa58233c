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
import org.bitacora.projections.projector.Logbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A channel is told every log whole and in order, whatever fails on the way. */
class RelayIT {

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private final Logbook logbook = new Logbook(DATABASE);
    private final String channel = UUID.randomUUID().toString();
    private final List<Handed> arrived = Collections.synchronizedList(new ArrayList<>());

    private Relay relay() {
        var relay = new Relay(logbook.pool(), channel);
        relay.found();
        return relay;
    }

    private Listener listener() {
        return new Listener(arrived, _ -> false);
    }

    private static List<Long> upTo(long end) {
        return LongStream.rangeClosed(1, end).boxed().toList();
    }

    @Test
    void everyEntryArrivesOnceAndInOrder() {
        logbook.register("r-one");
        logbook.sayAtRandom("r-one", new Random(1), 2_500);

        var relay = relay();
        relay.pass(listener());
        logbook.say("r-one", "v", "visit.received", "{}");
        relay.pass(listener());

        assertThat(arrived.stream().filter(it -> it.territory().equals("r-one")).map(Handed::position))
                .isEqualTo(upTo(2_502));
        assertThat(relay.pass(listener())).isZero();
        assertThat(relay.lag()).isZero();
    }

    @Test
    void whoDropsWhatItHasSeenGetsEachOnceHoweverOftenItFailed() {
        long seed = 7;
        var random = new Random(seed);
        logbook.register("r-two");
        logbook.register("r-three");
        logbook.sayAtRandom("r-two", random, 300);
        logbook.sayAtRandom("r-three", random, 200);

        var relay = relay();
        boolean isDone = false;
        for (int i = 0; i < 10_000 && !isDone; i++) {
            try {
                isDone = relay.pass(new Listener(arrived, _ -> random.nextInt(400) == 0)) == 0;
            } catch (IllegalStateException _) {
                // and once more
            }
        }

        var seen = Listener.seen(arrived);
        assertThat(isDone).as("seed %d", seed).isTrue();
        assertThat(seen.get("r-two")).as("seed %d", seed).isEqualTo(upTo(301));
        assertThat(seen.get("r-three")).as("seed %d", seed).isEqualTo(upTo(201));
        assertThat(arrived.size()).as("it did fail; seed %d", seed).isGreaterThan(502);
    }

    @Test
    void whatDidNotArriveIsNotCounted() {
        logbook.register("r-four");
        var relay = relay();
        var failing = new Listener(arrived, it -> it.territory().equals("r-four"));

        assertThatThrownBy(() -> relay.pass(failing)).hasMessage("Something did not arrive");

        assertThat(relay.lag()).isPositive();
        relay.pass(listener());
        assertThat(Listener.seen(arrived).get("r-four")).isEqualTo(upTo(1));
    }

    @Test
    void severalNodesShareTheTerritoriesAndTellNothingTwice() {
        var random = new Random(3);
        var territories = IntStream.range(0, 12).mapToObj(i -> "r-shared-" + i).toList();
        territories.forEach(logbook::register);
        territories.forEach(it -> logbook.sayAtRandom(it, random, 150));

        relay();
        var nodes = IntStream.range(0, 3)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> {
                    var relay = relay();
                    while (relay.pass(listener()) > 0) {
                        // until nothing is left that another does not have in hand
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(nodes).join();
        relay().pass(listener());

        for (var territory : territories) {
            assertThat(arrived.stream()
                            .filter(it -> it.territory().equals(territory))
                            .map(Handed::position))
                    .isEqualTo(upTo(151));
        }
    }

    @Test
    void longEntriesComeInPagesThatFitInMemory() {
        logbook.register("r-long");
        var text = "x".repeat(900_000);
        for (int i = 0; i < 12; i++) {
            logbook.say("r-long", "v", "visit.received", "{\"results\": \"" + text + "\"}");
        }
        var pages = new ArrayList<Long>();

        relay().pass(new Outlet() {
            @Override
            public void take(List<Handed> entries) {
                pages.add(entries.stream().mapToLong(it -> it.data().length()).sum());
                arrived.addAll(entries);
            }

            @Override
            public void settle() {}
        });

        assertThat(pages).hasSizeGreaterThan(2).allMatch(it -> it < 6_000_000);
        assertThat(Listener.seen(arrived).get("r-long")).isEqualTo(upTo(13));
    }
}
