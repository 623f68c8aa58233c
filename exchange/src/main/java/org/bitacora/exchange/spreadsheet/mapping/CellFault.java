package org.bitacora.exchange.spreadsheet.mapping;

import org.bitacora.domain.refusal.Detail;

/**
 * A fault in a cell.
 *
 * @param row the number of the row, as spreadsheet programs show it
 * @param column the name of the column; empty if the fault concerns the whole row
 * @param value the displayed text of the cell
 * @param reason why the cell is invalid
 */
public record CellFault(int row, String column, String value, Detail reason) {}
