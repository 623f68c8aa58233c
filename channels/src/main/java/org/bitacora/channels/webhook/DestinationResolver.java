package org.bitacora.channels.webhook;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bitacora.channels.webhook.Destination.ReachableDestination;
import org.bitacora.channels.webhook.Destination.UnreachableDestination;
import org.bitacora.domain.refusal.Detail;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the URL of a subscription to an address. Messages are never sent to this machine or its network, even if a
 * public name resolves to them. The operator can allow hosts by name.
 */
@Singleton
class DestinationResolver {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LOOKUPS = 32;
    private static final long PATIENCE_MILLIS = 3_000;
    private static final Detail NOT_PUBLIC = Detail.of(
            "The URL does not resolve to a public host of the Internet; an operator can allow a host of the local network by name.");

    private final Set<String> allowed;
    private final Vertx vertx;
    private final WorkerExecutor lookups;
    private final Map<String, Future<List<InetAddress>>> pendingLookups = new ConcurrentHashMap<>();

    DestinationResolver(WebhookConfiguration configuration, Vertx vertx) {
        this.allowed = configuration.allowed().orElse(Set.of()).stream()
                .map(DestinationResolver::lower)
                .collect(Collectors.toSet());
        this.vertx = vertx;
        this.lookups = vertx.createSharedWorkerExecutor("webhook-names", LOOKUPS);
    }

    @PreDestroy
    void close() {
        lookups.close();
    }

    /** Resolves the URL of a subscription. */
    Future<Destination> resolve(URI uri) {
        if (uri.getHost() == null || !SCHEMES.contains(lower(uri.getScheme()))) {
            return unreachable("not-allowed", Detail.of("The URL must start with https:// and have a host."));
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null || !isValidPort(uri.getPort())) {
            return unreachable(
                    "not-allowed",
                    Detail.of("The URL must have no user and no fragment, and its port must be from 1 to 65535."));
        }
        var host = lower(uri.getHost()).replaceAll("^\\[|]$", "");
        boolean isNamed = allowed.contains(host);
        if (!isNamed && !"https".equals(lower(uri.getScheme()))) {
            return unreachable("not-allowed", Detail.of("The URL must start with https://."));
        }
        return lookUp(host)
                .map(found -> checkAddresses(uri, found, isNamed))
                .recover(_ -> unreachable("not-resolved", NOT_PUBLIC));
    }

    /** Returns whether a port is valid; -1 is the default port. */
    private static boolean isValidPort(int port) {
        return port == -1 || (port > 0 && port <= 65_535);
    }

    /**
     * Accepts a host only if all of its addresses are public and none belongs to this machine, unless the operator
     * allows the host by name.
     */
    private static Destination checkAddresses(URI uri, List<InetAddress> found, boolean isNamed) {
        return isNamed || found.stream().allMatch(it -> ReservedAddresses.isPublic(it) && !isLocalAddress(it))
                ? new ReachableDestination(uri, found.getFirst())
                : new UnreachableDestination("not-allowed", NOT_PUBLIC);
    }

    private static boolean isLocalAddress(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException _) {
            return false; // the interfaces cannot be listed, so only the reserved ranges are checked
        }
    }

    /**
     * Looks up a host. Concurrent requests share one lookup, so a DNS server that hangs blocks only one thread per
     * host; the timeout limits the waiting.
     */
    private Future<List<InetAddress>> lookUp(String host) {
        Promise<List<InetAddress>> lookup = Promise.promise();
        var pending = pendingLookups.putIfAbsent(host, lookup.future());
        if (pending != null) {
            return pending;
        }
        long timer = vertx.setTimer(PATIENCE_MILLIS, _ -> lookup.tryFail("The lookup of " + host + " timed out"));
        lookups.executeBlocking(() -> lookUpBlocking(host), false)
                .onComplete(_ -> {
                    vertx.cancelTimer(timer);
                    pendingLookups.remove(host);
                })
                .onSuccess(found -> lookup.tryComplete(List.copyOf(found)))
                .onFailure(lookup::tryFail);
        return lookup.future();
    }

    private static List<InetAddress> lookUpBlocking(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }

    private static Future<Destination> unreachable(String problem, Detail detail) {
        return Future.succeededFuture(new UnreachableDestination(problem, detail));
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
