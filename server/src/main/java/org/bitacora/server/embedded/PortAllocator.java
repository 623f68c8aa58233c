package org.bitacora.server.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * Finds a free port below the range of outgoing connections. In that range, a client that reconnects repeatedly while
 * the server is down could be assigned the server's own port, connect to itself and prevent the server from restarting.
 */
final class PortAllocator {
    private static final int FIRST = 20_000;
    private static final int END = 30_000;
    private static final int TRIES = 1_000;

    private PortAllocator() {}

    static int findFreePort() {
        return RandomGenerator.getDefault()
                .ints(TRIES, FIRST, END)
                .filter(PortAllocator::isFree)
                .findFirst()
                .orElseThrow(
                        () -> new ServerUnavailableException("No free port between " + FIRST + " and " + (END - 1)));
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
