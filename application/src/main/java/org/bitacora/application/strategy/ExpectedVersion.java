package org.bitacora.application.strategy;

import java.util.Optional;
import java.util.Set;
import org.bitacora.projections.strategy.StrategyVersion;

/** The version of a strategy that a revision must start from. */
public sealed interface ExpectedVersion {

    /** Any version; there need not be one. */
    record AnyVersion() implements ExpectedVersion {}

    /** The latest version, whichever it is. */
    record ExistingVersion() implements ExpectedVersion {}

    /** A version at one of those positions of the log. */
    record VersionAt(Set<Long> positions) implements ExpectedVersion {
        public VersionAt {
            positions = Set.copyOf(positions);
        }
    }

    /** Whether a revision may start from the latest version; empty where there is none yet. */
    default boolean allows(Optional<StrategyVersion> latest) {
        return switch (this) {
            case AnyVersion() -> true;
            case ExistingVersion() -> latest.isPresent();
            case VersionAt(var positions) ->
                latest.filter(it -> positions.contains(it.position())).isPresent();
        };
    }
}
