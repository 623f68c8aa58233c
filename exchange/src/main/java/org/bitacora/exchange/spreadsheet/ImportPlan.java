package org.bitacora.exchange.spreadsheet;

import java.nio.file.Path;
import java.util.Locale;
import org.bitacora.application.access.Caller;
import org.bitacora.exchange.spreadsheet.mapping.Mapping;
import org.bitacora.exchange.spreadsheet.mapping.SheetHeader;

/**
 * An import that can begin: its file is a table, and has the columns that its mapping names.
 *
 * @param id names it
 * @param parameters what was asked for
 * @param path where the file is, until it is through
 * @param source the source that its events name
 */
record ImportPlan(
        String id, ImportParameters parameters, Path path, Mapping mapping, SheetHeader header, String source) {

    /** What a wrong row means for the others. */
    enum ImportMode {
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
    record ImportParameters(Caller caller, String territory, String file, ImportMode mode, boolean dryRun) {}
}
