package org.bitacora.api.webhook;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.net.URI;
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
 * @param url where it is posted
 * @param body what is posted
 * @param attempts which attempt this is, from 1 on
 * @param isReplay whether it was asked for again
 * @param secrets what signs it, the latest first
 */
record Due(String id, String subscription, URI url, String body, int attempts, boolean isReplay, List<String> secrets) {

    static Due of(Row row) {
        return new Due(
                row.getString("id"),
                row.getString("subscription"),
                URI.create(row.getString("url")),
                row.getString("body"),
                row.getInteger("attempts"),
                row.getBoolean("is_replay"),
                List.of(row.getArrayOfStrings("secrets")));
    }

    /** What says whose message it is (Standard Webhooks 1.0, "Webhook headers"). */
    Map<String, String> headers(Instant now) {
        long timestamp = now.getEpochSecond();
        var signatures = secrets.stream()
                .map(it -> SigningKey.of(it, Optional.empty()).sign(id, timestamp, body))
                .collect(Collectors.joining(" "));
        return Map.of("webhook-id", id, "webhook-timestamp", Long.toString(timestamp), "webhook-signature", signatures);
    }

    Buffer content() {
        return Buffer.buffer(body);
    }
}
