package org.bitacora.channels.webhook;

import java.net.InetAddress;
import java.net.URI;
import org.bitacora.domain.refusal.Detail;

/** The destination of a subscription's address. */
sealed interface Destination {

    /** A host that may receive messages, with the address that was checked. Connections use only this address. */
    record ReachableDestination(URI uri, InetAddress address) implements Destination {

        boolean isSecure() {
            return "https".equals(uri.getScheme());
        }

        int port() {
            if (uri.getPort() != -1) {
                return uri.getPort();
            }
            return isSecure() ? 443 : 80;
        }

        String target() {
            var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        }
    }

    /**
     * A destination that must not or cannot be reached.
     *
     * @param problem the reason as a code: not-allowed, or not-resolved, which may be temporary
     * @param detail the reason as a sentence
     */
    record UnreachableDestination(String problem, Detail detail) implements Destination {}
}
