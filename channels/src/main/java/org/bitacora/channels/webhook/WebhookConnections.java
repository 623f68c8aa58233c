package org.bitacora.channels.webhook;

import io.vertx.sqlclient.Pool;

/** The connection pool of webhooks. It is separate so that appends do not wait for webhooks. */
public record WebhookConnections(Pool pool) {}
