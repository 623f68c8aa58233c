/**
 * The Kafka channel: consumes events from a topic, and produces log entries and changed observations. Disabled without
 * brokers.
 */
@NullMarked
package org.bitacora.channels.kafka;

import org.jspecify.annotations.NullMarked;
