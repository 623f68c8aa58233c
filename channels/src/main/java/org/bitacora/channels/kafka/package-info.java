/**
 * The Kafka channel: consumes events from a topic, and produces log entries and changed observations. The channel is
 * disabled if no brokers are configured.
 */
@NullMarked
package org.bitacora.channels.kafka;

import org.jspecify.annotations.NullMarked;
