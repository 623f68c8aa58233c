package org.bitacora.benchmarks;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Readers of server-sent events: each with a connection of its own, which is never asked anything else. */
final class Listening implements AutoCloseable {

    private static final String SUBJECT = "\"subject\":\"";

    private final List<NetSocket> sockets = new ArrayList<>();
    private final Consumer<String> told;

    /** Readers that hand on the subject of each event that they are told. */
    Listening(Consumer<String> told) {
        this.told = told;
    }

    /** So many readers, spread over some territories; they listen when this returns. */
    void open(Web web, List<String> territories, int count) {
        List<Future<?>> listening = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var path = "/v1/stream?territory=" + territories.get(i % territories.size());
            listening.add(web.listen(Request.get(path), this::received).map(socket -> {
                synchronized (sockets) {
                    sockets.add(socket);
                }
                return socket;
            }));
        }
        Web.await(Future.all(listening));
    }

    /** A part never ends within an event here: they are short, and each is written at once. */
    private void received(Buffer part) {
        var text = part.toString(StandardCharsets.UTF_8);
        for (int at = text.indexOf(SUBJECT); at >= 0; at = text.indexOf(SUBJECT, at + 1)) {
            int begin = at + SUBJECT.length();
            int end = text.indexOf('"', begin);
            if (end > 0) {
                told.accept(text.substring(begin, end));
            }
        }
    }

    @Override
    public void close() {
        synchronized (sockets) {
            Web.await(Future.all(sockets.stream().map(NetSocket::close).toList()));
        }
    }
}
