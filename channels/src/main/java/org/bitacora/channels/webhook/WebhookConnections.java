package org.bitacora.channels.webhook;

import io.vertx.sqlclient.Pool;

/** Connections of webhooks: who waits for an append does not wait for them. */
public record WebhookConnections(Pool pool) {}
