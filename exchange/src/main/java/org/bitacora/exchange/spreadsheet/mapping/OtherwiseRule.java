package org.bitacora.exchange.spreadsheet.mapping;

/** What happens to a text that is not in the {@code values} of its column. */
sealed interface OtherwiseRule {

    /** The cell is invalid. */
    record Reject() implements OtherwiseRule {}

    /** The text is kept. */
    record Keep() implements OtherwiseRule {}

    /** The text is kept, and the import warns about it. This applies if the mapping states no rule. */
    record KeepAndWarn() implements OtherwiseRule {}

    /** The text is replaced by a cell, which may be blank. */
    record Replace(SheetCell cell) implements OtherwiseRule {}
}
