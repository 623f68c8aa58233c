package org.bitacora.application.indicator;

import java.util.List;

/** The versions of a definition that a query selects. */
public sealed interface VersionQuery {

    /** Selects the latest version. */
    record LatestVersion() implements VersionQuery {}

    /**
     * Selects the latest version that was known at a position of the log. Publications use it; in other queries, {@code
     * asOf} applies only to the data.
     */
    record LatestVersionAt(long position) implements VersionQuery {}

    /**
     * Selects versions by number.
     *
     * @param parameter the parameter that names the versions, for refusals
     */
    record NumberedVersions(String parameter, List<String> numbers) implements VersionQuery {
        public NumberedVersions {
            numbers = List.copyOf(numbers);
        }
    }
}
