package org.bitacora.server.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * Finds a free port below those that systems give to outgoing connections. Among these a client that tries again and
 * again while the server is away can be given the very port, connect to itself and keep the server from coming back.
 */
final class PortAllocator {
    private static final int FIRST = 20_000;
    private static final int PAST = 30_000;
    private static final int TRIES = 1_000;

    private PortAllocator() {}

    static int findFreePort() {
        return RandomGenerator.getDefault()
                .ints(TRIES, FIRST, PAST)
                .filter(PortAllocator::isFree)
                .findFirst()
                .orElseThrow(
                        () -> new ServerUnavailableException("No port between " + FIRST + " and " + PAST + " is free"));
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
