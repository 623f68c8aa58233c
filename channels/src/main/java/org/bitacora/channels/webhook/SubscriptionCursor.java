package org.bitacora.channels.webhook;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The cursor of a subscription in the log of a territory.
 *
 * @param subscription the id of the subscription
 * @param territory the code of the territory
 * @param position the position up to which messages were produced
 * @param projectedPosition the position up to which messages may be produced
 * @param types the event types of the subscription; empty for all
 * @param indicators the indicators of the subscription; empty for all
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

    /** The event types as SQL patterns. */
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
