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
import org.jspecify.annotations.Nullable;

/**
 * Says where a subscription's address leads. This machine and its network are not posted to, whatever name leads there,
 * save hosts that the operator has named.
 */
@Singleton
class DestinationResolver {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LOOKUPS = 32;
    private static final long PATIENCE_MILLIS = 3_000;
    private static final String NOT_PUBLIC =
            "It does not lead to a host of the Internet that is known; an operator can allow one of this network by name.";

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

    /** Where it leads now. */
    Future<Destination> resolve(URI uri) {
        if (uri.getHost() == null || !SCHEMES.contains(lower(uri.getScheme()))) {
            return unreachable("not-allowed", "An address with https:// and a host is wanted.");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null || !isValidPort(uri.getPort())) {
            return unreachable(
                    "not-allowed", "An address without a user or a fragment, and with a port that exists, is wanted.");
        }
        var host = lower(uri.getHost()).replaceAll("^\\[|]$", "");
        boolean isNamed = allowed.contains(host);
        if (!isNamed && !"https".equals(lower(uri.getScheme()))) {
            return unreachable("not-allowed", "An address with https:// is wanted.");
        }
        return lookUp(host)
                .map(found -> checkAddresses(uri, found, isNamed))
                .recover(_ -> unreachable("not-resolved", NOT_PUBLIC));
    }

    /** -1 stands for the usual one. */
    private static boolean isValidPort(int port) {
        return port == -1 || (port > 0 && port <= 65_535);
    }

    /** All of its addresses must be everybody's, and none this machine's own: whoever names such a one has no business here. */
    private static Destination checkAddresses(URI uri, List<InetAddress> found, boolean isNamed) {
        return isNamed || found.stream().allMatch(it -> ReservedAddresses.isPublic(it) && !isLocalAddress(it))
                ? new ReachableDestination(uri, found.getFirst())
                : new UnreachableDestination("not-allowed", NOT_PUBLIC);
    }

    private static boolean isLocalAddress(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException _) {
            return false; // where interfaces cannot be listed, the ranges have to do
        }
    }

    /** One look for all who ask for a name meanwhile: a server of names that hangs occupies one thread for each, and nobody waits for long. */
    private Future<List<InetAddress>> lookUp(String host) {
        Promise<List<InetAddress>> asked = Promise.promise();
        var known = pendingLookups.putIfAbsent(host, asked.future());
        if (known != null) {
            return known;
        }
        long timer = vertx.setTimer(PATIENCE_MILLIS, _ -> asked.tryFail("Nobody says where " + host + " is"));
        lookups.executeBlocking(() -> lookUpBlocking(host), false)
                .onComplete(_ -> {
                    vertx.cancelTimer(timer);
                    pendingLookups.remove(host);
                })
                .onSuccess(found -> asked.tryComplete(List.copyOf(found)))
                .onFailure(asked::tryFail);
        return asked.future();
    }

    private static List<InetAddress> lookUpBlocking(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }

    private static Future<Destination> unreachable(String problem, String detail) {
        return Future.succeededFuture(new UnreachableDestination(problem, detail));
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
