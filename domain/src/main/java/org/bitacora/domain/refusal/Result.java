package org.bitacora.domain.refusal;

import java.util.function.Function;

/** The result of parsing or deciding: a value or a refusal. */
public sealed interface Result<T> {

    /** The result is a value. */
    record Success<T>(T value) implements Result<T> {}

    /** The result is a refusal. */
    record Failure<T>(Refusal refusal) implements Result<T> {}

    static <T> Result<T> success(T value) {
        return new Success<>(value);
    }

    static <T> Result<T> failure(Refusal refusal) {
        return new Failure<>(refusal);
    }

    /** Applies a function to the value; a refusal is returned unchanged. */
    default <U> Result<U> flatMap(Function<? super T, Result<U>> next) {
        return switch (this) {
            case Success<T>(var value) -> next.apply(value);
            case Failure<T>(var refusal) -> new Failure<>(refusal);
        };
    }

    /** Returns the value; throws the exception that {@code exception} makes of a refusal. */
    default <X extends RuntimeException> T orElseThrow(Function<? super Refusal, X> exception) {
        return switch (this) {
            case Success<T>(var value) -> value;
            case Failure<T>(var refusal) -> throw exception.apply(refusal);
        };
    }
}
