/**
 * Webhooks according to Standard Webhooks 1.0: subscriptions, signed deliveries in order, retries. Pending deliveries
 * are stored in the database, so any node can send them.
 */
@NullMarked
package org.bitacora.channels.webhook;

import org.jspecify.annotations.NullMarked;
