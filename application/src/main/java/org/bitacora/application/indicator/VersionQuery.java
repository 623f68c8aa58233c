package org.bitacora.application.indicator;

import java.util.List;

/** The versions of a definition that a query asks for. */
public sealed interface VersionQuery {

    /** The latest. */
    record LatestVersion() implements VersionQuery {}

    /** The latest that was known at a position of the log: what a publication followed. Other queries move the data alone. */
    record LatestVersionAt(long position) implements VersionQuery {}

    /**
     * Those of some numbers.
     *
     * @param parameter the parameter that names them, for refusals
     */
    record NumberedVersions(String parameter, List<String> numbers) implements VersionQuery {
        public NumberedVersions {
            numbers = List.copyOf(numbers);
        }
    }
}
