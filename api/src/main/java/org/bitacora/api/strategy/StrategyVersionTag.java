package org.bitacora.api.strategy;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.bitacora.application.strategy.ExpectedVersion;
import org.bitacora.projections.strategy.StrategyVersion;
import org.jspecify.annotations.Nullable;

/**
 * Creates and parses the entity tags of strategies. A version of a strategy never changes, so its code and
 * position identify it.
 */
final class StrategyVersionTag {

    private StrategyVersionTag() {}

    static String of(StrategyVersion version) {
        return "\"" + version.strategy() + "-" + version.position() + "\"";
    }

    /**
     * Returns the version of a strategy that a header {@code If-Match} requires; any version without the
     * header.
     */
    static ExpectedVersion expectedVersion(@Nullable String ifMatch, String strategy) {
        return switch (ifMatch) {
            case null -> new ExpectedVersion.AnyVersion();
            case "*" -> new ExpectedVersion.ExistingVersion();
            default -> new ExpectedVersion.VersionAt(positions(ifMatch, strategy));
        };
    }

    /** Returns the positions in all tags of the header that belong to the strategy. */
    private static Set<Long> positions(String ifMatch, String strategy) {
        var positions = new HashSet<Long>();
        var tags = Pattern.compile("\"" + Pattern.quote(strategy) + "-(0|[1-9]\\d{0,17})(?=\")")
                .matcher(ifMatch);
        while (tags.find()) {
            positions.add(Long.parseLong(tags.group(1)));
        }
        return positions;
    }
}
