package org.bitacora.exchange.spreadsheet.mapping;

import java.util.Map;
import org.bitacora.domain.refusal.Detail;

/**
 * The replacements of the texts of a column: the {@code values} of a mapping.
 *
 * @param replacements the replacements by normalized text
 * @param otherwise what happens to other texts
 */
record TextReplacements(Map<String, String> replacements, OtherwiseRule otherwise) {

    /** Replaces nothing. */
    static final TextReplacements NONE = new TextReplacements(Map.of(), new OtherwiseRule.KeepAndWarn());

    TextReplacements {
        replacements = Map.copyOf(replacements);
    }

    /** Returns whether every text is kept because the mapping lists none and states no rule. */
    boolean isEmpty() {
        return replacements.isEmpty() && otherwise instanceof OtherwiseRule.KeepAndWarn;
    }

    /** Returns whether a text is listed. Case, accents, spaces and the form of Unicode do not matter. */
    boolean contains(SheetCell sheetCell) {
        return replacements.containsKey(TextNormalizer.normalize(sheetCell.displayText()));
    }

    /** Returns the cell that replaces a cell. Blank cells and errors are replaced only if they are listed. */
    SheetCell apply(SheetCell sheetCell, SheetFormats sheetFormats) {
        if (isEmpty()) {
            return sheetCell;
        }
        var replacement = replacements.get(TextNormalizer.normalize(sheetCell.displayText()));
        if (replacement != null) {
            return SheetCell.of(replacement);
        }
        return sheetFormats.isBlank(sheetCell) || sheetCell instanceof SheetCell.ErrorCell
                ? sheetCell
                : switch (otherwise) {
                    case OtherwiseRule.Reject() ->
                        new SheetCell.ErrorCell(
                                sheetCell.displayText(), Detail.of("This text is not in the `values` of the column."));
                    case OtherwiseRule.Keep(), OtherwiseRule.KeepAndWarn() -> sheetCell;
                    case OtherwiseRule.Replace(var cell) -> cell;
                };
    }
}
