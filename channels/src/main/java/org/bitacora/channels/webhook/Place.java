package org.bitacora.channels.webhook;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * How far a subscription has been told a log, and what it wants to be told.
 *
 * @param subscription which
 * @param territory whose log
 * @param position how far it was told
 * @param followed how far it may be told
 * @param types the event types that it wants; all where none is named
 * @param indicators the indicators that it wants; all where none is named
 */
record Place(
        String subscription,
        String territory,
        long position,
        long followed,
        List<String> types,
        List<String> indicators) {

    static List<Place> of(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Place::of).toList();
    }

    private static Place of(Row row) {
        return new Place(
                row.getString("subscription"),
                row.getString("territory"),
                row.getLong("position"),
                row.getLong("followed"),
                List.of(row.getArrayOfStrings("types")),
                List.of(row.getArrayOfStrings("indicators")));
    }

    /** The types as patterns of SQL. */
    String[] patterns() {
        return types.stream()
                .map(it -> it.replaceAll("([\\\\%_])", "\\\\$1"))
                .map(it -> it.endsWith("*") ? it.substring(0, it.length() - 1) + "%" : it)
                .toArray(String[]::new);
    }

    boolean wants(String indicator) {
        return indicators.isEmpty() || indicators.contains(indicator);
    }
}
