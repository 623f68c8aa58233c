package org.bitacora.exchange.spreadsheet;

import java.nio.file.Path;
import java.util.Locale;
import org.bitacora.application.access.Caller;
import org.bitacora.exchange.spreadsheet.mapping.Header;
import org.bitacora.exchange.spreadsheet.mapping.Mapping;

/**
 * An import that can begin: its file is a table, and has the columns that its mapping names.
 *
 * @param id names it
 * @param wanted what was asked for
 * @param path where the file is, until it is through
 * @param source the source that its events name
 */
record ImportPlan(String id, Wanted wanted, Path path, Mapping mapping, Header header, String source) {

    /** What a wrong row means for the others. */
    enum Mode {
        EACH,
        ALL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is asked for.
     *
     * @param file the name of the file
     * @param dryRun whether only to say what would become of it
     */
    record Wanted(Caller caller, String territory, String file, Mode mode, boolean dryRun) {}
}
