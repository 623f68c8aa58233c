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
 * @param projectedPosition how far it may be told
 * @param types the event types that it wants; all where none is named
 * @param indicators the indicators that it wants; all where none is named
 */
record SubscriptionCursor(
        String subscription,
        String territory,
        long position,
        long projectedPosition,
        List<String> types,
        List<String> indicators) {

    static List<SubscriptionCursor> of(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(SubscriptionCursor::of)
                .toList();
    }

    private static SubscriptionCursor of(Row row) {
        return new SubscriptionCursor(
                row.getString("subscription"),
                row.getString("territory"),
                row.getLong("position"),
                row.getLong("followed"),
                List.of(row.getArrayOfStrings("types")),
                List.of(row.getArrayOfStrings("indicators")));
    }

    /** The types as patterns of SQL. */
    String[] typePatterns() {
        return types.stream()
                .map(it -> it.replaceAll("([\\\\%_])", "\\\\$1"))
                .map(it -> it.endsWith("*") ? it.substring(0, it.length() - 1) + "%" : it)
                .toArray(String[]::new);
    }

    boolean includes(String indicator) {
        return indicators.isEmpty() || indicators.contains(indicator);
    }
}
