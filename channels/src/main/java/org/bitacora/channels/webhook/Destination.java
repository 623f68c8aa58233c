package org.bitacora.channels.webhook;

import java.net.InetAddress;
import java.net.URI;

/** Where an address of a subscription leads. */
sealed interface Destination {

    /** To a host that may be posted to, at an address of it that was looked at: no other is connected to. */
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
     * Nowhere.
     *
     * @param problem what is wrong, in a word: not-allowed, or not-resolved, which may pass
     * @param detail the same for people
     */
    record UnreachableDestination(String problem, String detail) implements Destination {}
}
