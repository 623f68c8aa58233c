package org.bitacora.channels.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bitacora.channels.webhook.SubscriptionState.Active;
import org.bitacora.channels.webhook.SubscriptionState.Ended;
import org.bitacora.channels.webhook.SubscriptionState.Paused;
import org.bitacora.channels.webhook.SubscriptionState.RequestedState;
import org.bitacora.channels.webhook.SubscriptionState.Suspended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the stored form of subscription states, and which states the owner can request. */
class SubscriptionStateTest {

    @Test
    void aStateIsStoredAsWordAndReason() {
        for (var state :
                List.of(new Active(), new Paused(), new Suspended("m: timeout"), new Ended("It answered 410."))) {
            assertThat(SubscriptionState.ofStored(state.word(), state.reason().orElse(null)))
                    .isEqualTo(state);
        }
    }

    @Test
    void onlyActiveAndPausedCanBeRequested() {
        assertThat(RequestedState.of("active")).contains(new Active());
        assertThat(RequestedState.of("paused")).contains(new Paused());
        assertThat(RequestedState.of("suspended")).isEmpty();
        assertThat(RequestedState.of("ended")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"active, because", "paused, because", "halted, because"})
    void activeAndPausedSubscriptionsHaveNoReason(String word, String reason) {
        assertThatThrownBy(() -> SubscriptionState.ofStored(word, reason)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspended", "ended", "halted"})
    void suspendedAndEndedSubscriptionsHaveAReason(String word) {
        assertThatThrownBy(() -> SubscriptionState.ofStored(word, null)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aChangedSubscriptionTakesTheStateThatIsAskedFor() {
        var subscription = new Subscription();
        subscription.setState(new Suspended("m: timeout"));

        subscription.setState(new Active());

        assertThat(subscription.state()).isEqualTo(new Active());
    }
}
