package org.bitacora.exchange.spreadsheet;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitacora.domain.activity.ActivityKind;
import org.bitacora.exchange.spreadsheet.mapping.Mapping;
import org.bitacora.exchange.spreadsheet.mapping.SheetHeader;

/** The templates of all kinds in three languages. */
@Singleton
class SpreadsheetTemplates {

    private final List<SpreadsheetTemplate> all = SpreadsheetTemplate.all();

    /** Returns the template of a kind in a language. */
    SpreadsheetTemplate forKind(ActivityKind activityKind, Locale language) {
        return new SpreadsheetTemplate(activityKind, language);
    }

    /** Returns the mapping of a header; empty if it belongs to no template. */
    Optional<Mapping> findMapping(SheetHeader sheetHeader) {
        return all.stream()
                .filter(it -> it.matches(sheetHeader))
                .min(Comparator.comparingInt(it -> it.missingColumns(sheetHeader)))
                .map(it -> it.mapping(sheetHeader));
    }
}
