package org.bitacora.http.table;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The columns of the CSV tables at certain addresses.
 *
 * @param address matches the path and query of such a table, from the root
 * @param columns the names of the columns, in their order
 */
public record TableSchema(Pattern address, List<String> columns) {
    public TableSchema {
        columns = List.copyOf(columns);
    }

    /** The schema of the tables whose path matches the regular expression {@code path}, with any query. */
    public static TableSchema of(String path, List<String> columns) {
        return new TableSchema(Pattern.compile(path + "([?].*)?"), columns);
    }

    /** The schema of a table of each territory; {@code path} follows the address of the territory. */
    public static TableSchema ofTerritory(String path, List<String> columns) {
        return of("/v1/territories/[^/?]+" + path, columns);
    }

    /** Whether the table at that address has these columns. */
    public boolean describes(String table) {
        return address.matcher(table).matches();
    }
}
