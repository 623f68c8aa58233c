package org.bitacora.channels.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where webhooks may go, and how long they are tried. */
@ConfigMapping(prefix = "bitacora.webhooks")
interface WebhookConfiguration {

    /** Hosts that may be posted to wherever they are, in this network too, and without TLS: names or addresses. */
    Optional<Set<String>> allowed();

    /** A file of certificates (PEM) that are trusted besides the usual ones: those of a network of one's own. */
    Optional<Path> certificates();

    /** How long to wait after each attempt that failed; after the last of them the subscription is suspended. */
    @WithDefault("PT5S,PT30S,PT2M,PT10M,PT30M,PT2H,PT5H,PT10H,PT14H,PT20H,PT24H")
    List<Duration> waits();

    /** How long a receiver may take to answer. */
    @WithDefault("PT15S")
    Duration timeout();

    /** How long the secret before the latest one signs too. */
    @WithDefault("P1D")
    Duration overlap();

    /** How long is kept what was delivered, and what became of it. */
    @WithDefault("P7D")
    Duration kept();

    /** The subscriptions that one source may have. */
    @WithDefault("100")
    int most();

    /** The messages that are on their way from this node at the same time; those that failed before have half of them. */
    @WithDefault("256")
    int underWay();
}
