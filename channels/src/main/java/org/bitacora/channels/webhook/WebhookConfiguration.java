package org.bitacora.channels.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Destinations, limits and retries of webhooks. */
@ConfigMapping(prefix = "bitacora.webhooks")
interface WebhookConfiguration {

    /** Hosts, as names or addresses, that may receive messages even in the local network and without TLS. */
    Optional<Set<String>> allowed();

    /**
     * A PEM file of certificates that are trusted in addition to the default ones, for example of a private network.
     */
    Optional<Path> certificates();

    /** The delay after each failed attempt. The subscription is suspended after the last one. */
    @WithDefault("PT5S,PT30S,PT2M,PT10M,PT30M,PT2H,PT5H,PT10H,PT14H,PT20H,PT24H")
    List<Duration> waits();

    /** The timeout of the response. */
    @WithDefault("PT15S")
    Duration timeout();

    /** How long messages are also signed with the previous secret after a renewal. */
    @WithDefault("P1D")
    Duration overlap();

    /** How long deliveries are kept after they end. */
    @WithDefault("P7D")
    Duration kept();

    /** The maximum number of subscriptions of a source. */
    @WithDefault("100")
    int most();

    /** The maximum number of simultaneous attempts of this node. Slow subscriptions may use half of it. */
    @WithDefault("256")
    int underWay();
}
