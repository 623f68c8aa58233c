package org.bitacora.exchange.spreadsheet;

import org.bitacora.exchange.spreadsheet.mapping.RowReader;
import org.bitacora.exchange.spreadsheet.mapping.Together;

/**
 * Reads what the rows of a file say. Each activity is read right before it is told: what is read long before has left the
 * caches of the processor by then, and going through it again costs more than reading it. Many threads may read at once.
 */
final class Reading {

    private final RowReader reader;
    private final Names names;

    Reading(ImportPlan plan, Names names) {
        this.reader = new RowReader(plan.mapping(), plan.header());
        this.names = names;
    }

    /** What the rows of an activity say together. */
    Together read(Unread unread) {
        var together = new Together(unread.activity());
        unread.rows().forEach(row -> together.add(reader.read(row)));
        together.rows().stream()
                .findFirst()
                .flatMap(row -> names.fault(unread.activity(), row))
                .ifPresent(together::add);
        return together;
    }
}
