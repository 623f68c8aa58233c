package org.bitacora.http.table;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The columns of the CSV tables at certain URIs.
 *
 * @param address matches the path and query of such a table
 * @param columns the names of the columns, in order
 */
public record TableSchema(Pattern address, List<String> columns) {
    public TableSchema {
        columns = List.copyOf(columns);
    }

    /** Returns the schema of the tables whose path matches the regular expression {@code path}, with any query. */
    public static TableSchema of(String path, List<String> columns) {
        return new TableSchema(Pattern.compile(path + "([?].*)?"), columns);
    }

    /** Returns the schema of a table of each territory; {@code path} follows the path of the territory. */
    public static TableSchema ofTerritory(String path, List<String> columns) {
        return of("/v1/territories/[^/?]+" + path, columns);
    }

    /** Returns whether the table at the path and query has these columns. */
    public boolean describes(String table) {
        return address.matcher(table).matches();
    }
}
