package org.bitacora.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SingleFlightCacheTest {

    private final SingleFlightCache<String, String> singleFlightCache =
            new SingleFlightCache<>(Caffeine.newBuilder().maximumSize(10));
    private final List<UniEmitter<? super String>> making = new ArrayList<>();

    private UniAssertSubscriber<String> ask() {
        return singleFlightCache
                .get("a", () -> Uni.createFrom().<String>emitter(making::add))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    @Test
    void concurrentRequestsShareOneComputation() {
        var first = ask();
        var second = ask();

        making.getFirst().complete("made");

        first.assertItem("made");
        second.assertItem("made");
        ask().assertItem("made");
        assertThat(making).hasSize(1);
    }

    @Test
    void cancellingOneSubscriptionKeepsTheOthers() {
        var first = ask();
        var second = ask();

        first.cancel();
        making.getFirst().complete("made");

        second.assertItem("made");
    }

    @Test
    void failureIsPropagatedAndNotCached() {
        var first = ask();

        making.getFirst().fail(new IllegalStateException("unavailable"));

        first.assertFailedWith(IllegalStateException.class, "unavailable");
        ask();
        assertThat(making).hasSize(2);
    }
}
