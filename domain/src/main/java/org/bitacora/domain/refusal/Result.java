package org.bitacora.domain.refusal;

import java.util.function.Function;

/** What a parser or a decision returns: a value, or the refusal that says why there is none. */
public sealed interface Result<T> {

    /** There is a value. */
    record Success<T>(T value) implements Result<T> {}

    /** There is none. */
    record Failure<T>(Refusal refusal) implements Result<T> {}

    static <T> Result<T> success(T value) {
        return new Success<>(value);
    }

    static <T> Result<T> failure(Refusal refusal) {
        return new Failure<>(refusal);
    }

    /** The result of what the value leads to; a refusal stays. */
    default <U> Result<U> flatMap(Function<? super T, Result<U>> next) {
        return switch (this) {
            case Success<T>(var value) -> next.apply(value);
            case Failure<T>(var refusal) -> new Failure<>(refusal);
        };
    }

    /** The value; throws what {@code exception} makes of a refusal. */
    default <X extends RuntimeException> T orElseThrow(Function<? super Refusal, X> exception) {
        return switch (this) {
            case Success<T>(var value) -> value;
            case Failure<T>(var refusal) -> throw exception.apply(refusal);
        };
    }
}
