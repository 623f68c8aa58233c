package org.bitacora.channels.webhook;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A message that is due.
 *
 * @param id its id, the same at every attempt
 * @param subscription whose
 * @param owner whose subscription that is
 * @param territory of which log it tells
 * @param url where it is posted
 * @param body what is posted
 * @param attempt which attempt this is since it began to wait, from 1 on
 * @param claimNumber which attempt it is at all
 * @param secrets what signs it, the latest first
 * @param isSlow whether its subscription is slow
 */
record DueDelivery(
        String id,
        String subscription,
        String owner,
        String territory,
        String url,
        String body,
        int attempt,
        long claimNumber,
        List<String> secrets,
        boolean isSlow) {

    static DueDelivery of(Row row, boolean isSlow) {
        return new DueDelivery(
                row.getString("id"),
                row.getString("subscription"),
                row.getString("owner"),
                row.getString("territory"),
                row.getString("url"),
                row.getString("body"),
                row.getInteger("attempts"),
                row.getLong("claim"),
                List.of(row.getArrayOfStrings("secrets")),
                isSlow);
    }

    /** What says whose message it is (Standard Webhooks 1.0, "Webhook headers"). */
    Map<String, String> headers(Instant now) {
        long timestamp = now.getEpochSecond();
        var signatures = secrets.stream()
                .map(it -> SigningKey.parse(it, Optional.empty()).sign(id, timestamp, body))
                .collect(Collectors.joining(" "));
        return Map.of("webhook-id", id, "webhook-timestamp", Long.toString(timestamp), "webhook-signature", signatures);
    }
}
