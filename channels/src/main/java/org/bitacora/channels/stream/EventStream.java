package org.bitacora.channels.stream;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The stream of one client. The next events are fetched only after the previous ones were sent, and between chunks only
 * the position in each log is kept. A slow client therefore needs no more memory than a fast one, and it is
 * disconnected after a while.
 */
final class EventStream {

    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOTHING = {};
    private static final int CHUNK = 16 * 1_024;

    private final HttpServerRequest request;
    private final Context context;
    private final List<TerritoryTail> tails = new ArrayList<>();
    private final List<Long> positions = new ArrayList<>();
    private int nextTail;

    /**
     * The remaining events of the position that is being sent. They are kept because only the last event of a position
     * has an id; a stream cannot start between two events of a position.
     */
    private List<StreamEvent> remainder = List.of();

    private volatile CompletableFuture<Void> woken = new CompletableFuture<>();
    private volatile long lastActivityNanos = System.nanoTime();
    private volatile boolean isWaiting = true;
    private volatile boolean isBeatDue;
    private volatile boolean isEnded;
    private volatile boolean isDropped;

    EventStream(HttpServerRequest request, Context context) {
        this.request = request;
        this.context = context;
    }

    /** Adds a log to the stream, starting after a position. */
    void follow(TerritoryTail territoryTail, long position) {
        tails.add(territoryTail);
        positions.add(position);
    }

    List<TerritoryTail> tails() {
        return tails;
    }

    boolean isEnded() {
        return isEnded;
    }

    boolean isWaiting() {
        return isWaiting;
    }

    /** Signals that there may be new events. */
    void wake() {
        woken.complete(null);
    }

    /** Ends the stream after the pending chunk. */
    void end() {
        isEnded = true;
        wake();
    }

    /** Requests a heartbeat if the stream has been idle for at least the given duration. */
    void requestHeartbeat(long now, Duration heartbeat) {
        if (isWaiting && now - lastActivityNanos >= heartbeat.toNanos()) {
            isBeatDue = true;
            wake();
        }
    }

    /** Returns whether the client has left the pending chunk unread for at least the given duration. */
    boolean isStuck(long now, Duration patience) {
        return !isWaiting && now - lastActivityNanos >= patience.toNanos();
    }

    /** Disconnects a client that does not read. Returns false if the client was disconnected by an earlier call. */
    boolean drop() {
        boolean isFirst = !isDropped;
        isDropped = true;
        end();
        context.runOnContext(_ -> closeConnection());
        return isFirst;
    }

    /** Closes the connection immediately. An orderly close would wait forever for the pending chunk. */
    private void closeConnection() {
        if (request.version() != HttpVersion.HTTP_2 && request.connection() instanceof ConnectionBase connection) {
            var _ = connection.channel().pipeline().firstContext().close();
        } else {
            request.response().reset();
        }
    }

    /**
     * The first event. Its id contains the start positions, so that a client that is disconnected before the next event
     * can resume.
     */
    byte[] openingEvent() {
        return ("id: " + lastEventId() + "\nretry: 2000\n\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the next chunk as soon as there may be new events; an empty array if there are none. */
    Uni<byte[]> nextChunk() {
        return Uni.createFrom().deferred(() -> {
            isWaiting = true;
            var before = new CompletableFuture<Void>();
            woken = before; // before checking, so that no event is missed
            return isEnded ? Uni.createFrom().item(NOTHING) : pendingChunk().orElseGet(() -> awaitWake(before));
        });
    }

    private Optional<Uni<byte[]>> pendingChunk() {
        for (int i = 0; i < tails.size(); i++) {
            int index = (nextTail + i) % tails.size();
            if (positions.get(index) < tails.get(index).lastPosition()) {
                return Optional.of(pendingChunk(index));
            }
        }
        return isBeatDue ? Optional.of(Uni.createFrom().item(() -> markSent(HEARTBEAT))) : Optional.empty();
    }

    private Uni<byte[]> pendingChunk(int index) {
        var more = remainder.isEmpty()
                ? tails.get(index).eventsAfter(positions.get(index))
                : Uni.createFrom().item(remainder);
        return onEventLoop(more)
                .map(events -> renderChunk(index, events))
                .map(text -> text.length == 0 ? NOTHING : markSent(text));
    }

    private Uni<byte[]> awaitWake(CompletableFuture<Void> before) {
        return onEventLoop(Uni.createFrom().completionStage(before)).replaceWith(NOTHING);
    }

    /** Continues on the event loop of the client; the positions are changed only there. */
    private <T> Uni<T> onEventLoop(Uni<T> work) {
        return work.emitOn(task -> context.runOnContext(_ -> task.run()));
    }

    private byte[] markSent(byte[] chunk) {
        isBeatDue = false;
        lastActivityNanos = System.nanoTime();
        isWaiting = false;
        return chunk;
    }

    /**
     * Renders events up to the maximum size of a chunk, because a chunk stays in memory until the client has read it.
     */
    private byte[] renderChunk(int index, List<StreamEvent> events) {
        var text = new StringBuilder(4_096);
        int count = 0;
        for (; count < events.size() && text.length() <= CHUNK; count++) {
            appendEvent(text, index, events.get(count));
        }
        remainder = count == 0 || events.get(count - 1).isLast() ? List.of() : events.subList(count, events.size());
        nextTail = remainder.isEmpty() ? index + 1 : index;
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void appendEvent(StringBuilder text, int index, StreamEvent one) {
        if (one.isLast()) {
            positions.set(index, one.position());
            text.append(one.text().isEmpty() ? "" : "id: " + lastEventId() + "\n");
        }
        text.append(one.text());
    }

    /** Returns the id of the last event: the positions in all logs of the stream. */
    private String lastEventId() {
        var id = new StringBuilder();
        for (int i = 0; i < tails.size(); i++) {
            id.append(i == 0 ? "" : ",")
                    .append(tails.get(i).territory())
                    .append(':')
                    .append(positions.get(i));
        }
        return id.toString();
    }
}
