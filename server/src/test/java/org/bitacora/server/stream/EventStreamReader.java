package org.bitacora.server.stream;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bitacora.server.testing.ContractCoverage;

/** A reader of server-sent events over a plain socket and HTTP/1.0, which can read arbitrarily slowly. */
final class EventStreamReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Socket socket = new Socket();
    private final BufferedReader in;
    private String lastId = "";

    /** A received event; a comment has no data. */
    record ReceivedEvent(String id, String name, String data) {}

    private EventStreamReader(String path, String lastEventId, int buffer) {
        try {
            socket.setReceiveBufferSize(buffer);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.connect(new InetSocketAddress("localhost", RestAssured.port));
            var request = "GET " + path + " HTTP/1.0\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                    + (lastEventId.isEmpty() ? "" : "Last-Event-ID: " + lastEventId + "\r\n") + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EventStreamReader to(String path) {
        return after(path, "");
    }

    static EventStreamReader after(String path, String lastEventId) {
        return begun(new EventStreamReader(path, lastEventId, 64 * 1024));
    }

    /** Opens a stream without reading it. */
    static EventStreamReader idle(String path) {
        return new EventStreamReader(path, "", 4 * 1024);
    }

    private static EventStreamReader begun(EventStreamReader eventStreamReader) {
        var head = eventStreamReader.block();
        if (!head.getFirst().contains(" 200 ")) {
            throw new AssertionError("It was refused: " + head);
        }
        ContractCoverage.record("stream", 200);
        var greeting = eventStreamReader.block();
        if (!greeting.contains("retry: 2000")) {
            throw new AssertionError("It does not begin as it should: " + greeting);
        }
        eventStreamReader.parseEvent(greeting);
        return eventStreamReader;
    }

    String lastId() {
        return lastId;
    }

    /** Returns the next event. */
    ReceivedEvent next() {
        return parseEvent(block());
    }

    /** Returns the next {@code count} events and skips comments; fails if they do not arrive. */
    List<ReceivedEvent> next(int count) {
        var events = new ArrayList<ReceivedEvent>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (events.size() < count) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Of " + count + " events came " + events);
            }
            var next = next();
            if (!next.data().isEmpty()) {
                events.add(next);
            }
        }
        return events;
    }

    /** Reads until the server ends the stream and returns the number of complete events. */
    int untilDropped() {
        int count = 0;
        var lines = new ArrayList<String>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("It is open still");
                }
                lines.add(line);
                if (line.isEmpty()) {
                    count += parseEvent(lines).data().isEmpty() ? 0 : 1;
                    lines.clear();
                }
            }
        } catch (IOException _) {
            return count;
        }
        return count;
    }

    private ReceivedEvent parseEvent(List<String> lines) {
        var receivedEvent = new ReceivedEvent(value(lines, "id: "), value(lines, "event: "), value(lines, "data: "));
        lastId = receivedEvent.id().isEmpty() ? lastId : receivedEvent.id();
        return receivedEvent;
    }

    private static String value(List<String> lines, String field) {
        return lines.stream()
                .filter(it -> it.startsWith(field))
                .findFirst()
                .map(it -> it.substring(field.length()))
                .orElse("");
    }

    private List<String> block() {
        try {
            var lines = new ArrayList<String>();
            for (var line = in.readLine(); ; line = in.readLine()) {
                if (line == null) {
                    throw new AssertionError("The stream has ended");
                }
                if (line.isEmpty()) {
                    return lines;
                }
                lines.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
