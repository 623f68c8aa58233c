/**
 * Kafka as a channel: events in, through the same intake as any; the log and the figures that moved out. Plain clients on
 * threads of their own; without brokers nothing of it runs.
 */
@NullMarked
package org.bitacora.api.kafka;

import org.jspecify.annotations.NullMarked;
