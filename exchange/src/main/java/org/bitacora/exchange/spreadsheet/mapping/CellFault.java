package org.bitacora.exchange.spreadsheet.mapping;

/**
 * What is wrong with a cell.
 *
 * @param row the number of its row, as a spreadsheet program shows it
 * @param column the name of its column; empty where it is the row as a whole
 * @param value what a person sees in it
 * @param reason why it cannot be taken
 */
public record CellFault(int row, String column, String value, String reason) {}
