package org.bitacora.channels.webhook;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a subscription, and the reason if it is not active. Its owner can set it to active or paused
 * from any state.
 */
sealed interface SubscriptionState {

    /** A state that the owner can request. */
    sealed interface RequestedState extends SubscriptionState {

        /** The requestable state with this name in the contract; empty if there is none. */
        static Optional<RequestedState> of(String word) {
            return switch (word) {
                case "active" -> Optional.of(new Active());
                case "paused" -> Optional.of(new Paused());
                default -> Optional.empty();
            };
        }
    }

    /** Messages are sent. */
    record Active() implements RequestedState {}

    /** The owner has paused the messages. */
    record Paused() implements RequestedState {}

    /** The receiver did not accept a message during the whole retry schedule, or the key was revoked. */
    record Suspended(String cause) implements SubscriptionState {}

    /** The receiver has ended the subscription. */
    record Ended(String cause) implements SubscriptionState {}

    /** The name of this state in the contract and in the database. */
    default String word() {
        return switch (this) {
            case Active() -> "active";
            case Paused() -> "paused";
            case Suspended _ -> "suspended";
            case Ended _ -> "ended";
        };
    }

    /** The reason why the subscription is suspended or ended; empty for states that the owner set. */
    default Optional<String> reason() {
        return switch (this) {
            case Active(), Paused() -> Optional.empty();
            case Suspended(var cause) -> Optional.of(cause);
            case Ended(var cause) -> Optional.of(cause);
        };
    }

    /** The state with the stored name and reason; throws an exception if the two are inconsistent. */
    static SubscriptionState ofStored(String word, @Nullable String reason) {
        Optional<? extends SubscriptionState> state = reason == null ? RequestedState.of(word) : ofReason(word, reason);
        return state.orElseThrow(
                () -> new IllegalStateException("No state of a subscription: " + word + " because of " + reason));
    }

    private static Optional<SubscriptionState> ofReason(String word, String reason) {
        return switch (word) {
            case "suspended" -> Optional.of(new Suspended(reason));
            case "ended" -> Optional.of(new Ended(reason));
            default -> Optional.empty();
        };
    }
}
