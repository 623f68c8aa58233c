package org.bitacora.channels.webhook;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A delivery that is due.
 *
 * @param id its id, the same for every attempt
 * @param subscription the id of the subscription
 * @param owner the owner of the subscription
 * @param territory the code of the territory whose log the message is about
 * @param url the URL to send to
 * @param body the body to send
 * @param attempt the number of this attempt since the delivery started to wait, from 1
 * @param claimNumber the number of this attempt in total
 * @param secrets the secrets that sign the message, newest first
 * @param isSlow whether the subscription is slow
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

    /** The headers that identify and sign the message (Standard Webhooks 1.0, "Webhook headers"). */
    Map<String, String> headers(Instant now) {
        long timestamp = now.getEpochSecond();
        var signatures = secrets.stream()
                .map(it -> SigningKey.parse(it, Optional.empty()).sign(id, timestamp, body))
                .collect(Collectors.joining(" "));
        return Map.of("webhook-id", id, "webhook-timestamp", Long.toString(timestamp), "webhook-signature", signatures);
    }
}
