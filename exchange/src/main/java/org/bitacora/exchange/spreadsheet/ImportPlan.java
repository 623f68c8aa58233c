package org.bitacora.exchange.spreadsheet;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.bitacora.application.access.Caller;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.exchange.spreadsheet.mapping.Mapping;
import org.bitacora.exchange.spreadsheet.mapping.SheetHeader;
import org.bitacora.http.language.DetailRenderer;

/**
 * An import that is ready to start: its file is a table with the columns of its mapping.
 *
 * @param id its id
 * @param parameters the parameters of the request
 * @param path the path of the uploaded file, which is deleted at the end
 * @param source the source of its events
 * @param mappingWarnings what the author of the mapping should check; empty for a template
 */
record ImportPlan(
        String id,
        ImportParameters parameters,
        Path path,
        Mapping mapping,
        SheetHeader header,
        String source,
        List<Detail> mappingWarnings) {

    ImportPlan {
        mappingWarnings = List.copyOf(mappingWarnings);
    }

    /** Returns the columns of the file that the mapping does not read. */
    List<String> unreadColumns() {
        return header.unused(mapping.columns());
    }

    /** The mode of an import: how an invalid row affects the other rows. */
    enum ImportMode {
        EACH,
        ALL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The parameters of an import request.
     *
     * @param file the name of the file
     * @param dryRun whether the import only reports its results and stores nothing
     * @param detailRenderer writes the errors in the language of the request
     */
    record ImportParameters(
            Caller caller,
            String territory,
            String file,
            ImportMode mode,
            boolean dryRun,
            DetailRenderer detailRenderer) {

        /** Returns the text of a detail in the language of the request. */
        String render(Detail detail) {
            return detailRenderer.render(detail);
        }
    }
}
