package org.bitacora.api.webhook;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bitacora.api.webhook.Destination.Nowhere;
import org.bitacora.api.webhook.Destination.Reachable;
import org.jspecify.annotations.Nullable;

/**
 * Says where a subscription's address leads. This machine and its network are not posted to, whatever name leads there,
 * save hosts that the operator has named.
 */
@Singleton
class Destinations {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LOOKUPS = 32;

    private final Set<String> allowed;
    private final WorkerExecutor lookups;
    private final Map<String, Future<List<InetAddress>>> underWay = new ConcurrentHashMap<>();

    Destinations(WebhookConfiguration configuration, Vertx vertx) {
        this.allowed = configuration.allowed().orElse(Set.of()).stream()
                .map(Destinations::lower)
                .collect(Collectors.toSet());
        this.lookups = vertx.createSharedWorkerExecutor("webhook-names", LOOKUPS);
    }

    @PreDestroy
    void close() {
        lookups.close();
    }

    /** Where it leads now. */
    Future<Destination> of(URI uri) {
        if (uri.getHost() == null || !SCHEMES.contains(lower(uri.getScheme()))) {
            return nowhere("not-allowed", "An address with https:// and a host is wanted.");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null || !isPort(uri.getPort())) {
            return nowhere(
                    "not-allowed", "An address without a user or a fragment, and with a port that exists, is wanted.");
        }
        var host = lower(uri.getHost()).replaceAll("^\\[|]$", "");
        boolean isNamed = allowed.contains(host);
        if (!isNamed && !"https".equals(lower(uri.getScheme()))) {
            return nowhere("not-allowed", "An address with https:// is wanted.");
        }
        return addresses(host)
                .map(found -> chosen(uri, found, isNamed))
                .recover(_ -> nowhere("not-resolved", "No host " + host + " is known."));
    }

    /** -1 stands for the usual one. */
    private static boolean isPort(int port) {
        return port == -1 || (port > 0 && port <= 65_535);
    }

    /** All of its addresses must be everybody's: whoever names one that is not has no business here. */
    private static Destination chosen(URI uri, List<InetAddress> found, boolean isNamed) {
        if (!isNamed && !found.stream().allMatch(Ranges::isEverybodys)) {
            return new Nowhere(
                    "not-allowed",
                    uri.getHost() + " is of this machine or its network; an operator can allow it by name.");
        }
        return new Reachable(uri, found.getFirst());
    }

    /** One look for all who ask for a name meanwhile: a server of names that hangs occupies one thread for each. */
    private Future<List<InetAddress>> addresses(String host) {
        Promise<List<InetAddress>> asked = Promise.promise();
        var known = underWay.putIfAbsent(host, asked.future());
        if (known != null) {
            return known;
        }
        lookups.executeBlocking(() -> resolved(host), false)
                .<List<InetAddress>>map(List::copyOf)
                .onComplete(found -> {
                    underWay.remove(host);
                    asked.handle(found);
                });
        return asked.future();
    }

    private static List<InetAddress> resolved(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }

    private static Future<Destination> nowhere(String problem, String detail) {
        return Future.succeededFuture(new Nowhere(problem, detail));
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
