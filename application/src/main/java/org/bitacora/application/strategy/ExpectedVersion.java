package org.bitacora.application.strategy;

import java.util.Optional;
import java.util.Set;
import org.bitacora.projections.strategy.StrategyVersion;

/** The precondition of a revision on the current version of the strategy. */
public sealed interface ExpectedVersion {

    /** Allows any version, or none. */
    record AnyVersion() implements ExpectedVersion {}

    /** Requires that the strategy exists, in any version. */
    record ExistingVersion() implements ExpectedVersion {}

    /** Requires that the latest version is at one of the positions of the log. */
    record VersionAt(Set<Long> positions) implements ExpectedVersion {
        public VersionAt {
            positions = Set.copyOf(positions);
        }
    }

    /**
     * Returns whether the precondition allows the latest version; {@code latest} is empty if the strategy does not
     * exist yet.
     */
    default boolean allows(Optional<StrategyVersion> latest) {
        return switch (this) {
            case AnyVersion() -> true;
            case ExistingVersion() -> latest.isPresent();
            case VersionAt(var positions) ->
                latest.filter(it -> positions.contains(it.position())).isPresent();
        };
    }
}
