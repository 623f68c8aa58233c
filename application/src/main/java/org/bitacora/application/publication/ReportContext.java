package org.bitacora.application.publication;

import java.util.Locale;
import java.util.Optional;

/**
 * The territory, position and language that a report is rendered for.
 *
 * @param territory the code of the territory
 * @param position the position of its log as of which the report is computed
 * @param language the language of its texts
 * @param definitionsAsOf the position as of which definitions of indicators apply; empty for the latest
 */
public record ReportContext(String territory, long position, Locale language, Optional<Long> definitionsAsOf) {

    /** A context in which the latest definitions apply. */
    public ReportContext(String territory, long position, Locale language) {
        this(territory, position, language, Optional.empty());
    }
}
