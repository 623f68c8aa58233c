/**
 * The Kafka channel: consumes events from a topic, and produces log entries and changed observations. Without brokers
 * nothing of it runs.
 */
@NullMarked
package org.bitacora.channels.kafka;

import org.jspecify.annotations.NullMarked;
