package org.bitacora.channels.webhook;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a subscription is at work, and why it is not. Its owner makes it active or paused, whatever it was before. */
sealed interface SubscriptionState {

    /** A state that its owner may ask for. */
    sealed interface RequestedState extends SubscriptionState {

        /** The state of that word; empty where none of that word can be asked for. */
        static Optional<RequestedState> of(String word) {
            return switch (word) {
                case "active" -> Optional.of(new Active());
                case "paused" -> Optional.of(new Paused());
                default -> Optional.empty();
            };
        }
    }

    /** Its messages are posted. */
    record Active() implements RequestedState {}

    /** Its owner wants no messages for now. */
    record Paused() implements RequestedState {}

    /** Its receiver refused a message for days, or its key was revoked. */
    record Suspended(String cause) implements SubscriptionState {}

    /** Its receiver wants no more messages, ever. */
    record Ended(String cause) implements SubscriptionState {}

    /** The word of the contract, under which it is stored. */
    default String word() {
        return switch (this) {
            case Active() -> "active";
            case Paused() -> "paused";
            case Suspended _ -> "suspended";
            case Ended _ -> "ended";
        };
    }

    /** Why it is suspended or has ended; empty where its owner made it what it is. */
    default Optional<String> reason() {
        return switch (this) {
            case Active(), Paused() -> Optional.empty();
            case Suspended(var cause) -> Optional.of(cause);
            case Ended(var cause) -> Optional.of(cause);
        };
    }

    /** The state that is stored as that word and reason; an exception where the two do not fit together. */
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
