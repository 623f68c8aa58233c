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
 * What one reader is told. It takes more only when what it was sent is on its way, and keeps nothing meanwhile but how far
 * each log was told: so a slow one costs no more than a fast one, and is let go after a while.
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

    /** What is left to be told of a position, of the log whose turn it is; what has an id can be asked for again. */
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

    /** Tells that log too, from that position on. */
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

    /** There may be news. */
    void wake() {
        woken.complete(null);
    }

    /** Ends it, after what is on its way. */
    void end() {
        isEnded = true;
        wake();
    }

    /** Says that it is alive, where it has had nothing to say for so long. */
    void requestHeartbeat(long now, Duration heartbeat) {
        if (isWaiting && now - lastActivityNanos >= heartbeat.toNanos()) {
            isBeatDue = true;
            wake();
        }
    }

    /** Whether its reader has left for so long what was sent. */
    boolean isStuck(long now, Duration patience) {
        return !isWaiting && now - lastActivityNanos >= patience.toNanos();
    }

    /** Lets go of a reader that does not read; whether this is the first time. */
    boolean drop() {
        boolean isFirst = !isDropped;
        isDropped = true;
        end();
        context.runOnContext(_ -> closeConnection());
        return isFirst;
    }

    /** Whatever closes a connection in order waits for what is on its way first: here for ever. */
    private void closeConnection() {
        if (request.version() != HttpVersion.HTTP_2 && request.connection() instanceof ConnectionBase connection) {
            var _ = connection.channel().pipeline().firstContext().close();
        } else {
            request.response().reset();
        }
    }

    /** Where it begins: a reader that is cut off before the first event comes back with it too. */
    byte[] openingEvent() {
        return ("id: " + lastEventId() + "\nretry: 2000\n\n").getBytes(StandardCharsets.UTF_8);
    }

    /** What is to be sent next, as soon as there may be something; no bytes where there is nothing after all. */
    Uni<byte[]> nextChunk() {
        return Uni.createFrom().deferred(() -> {
            isWaiting = true;
            var before = new CompletableFuture<Void>();
            woken = before; // before looking, so that no news is missed
            return isEnded ? Uni.createFrom().item(NOTHING) : pendingChunk().orElseGet(() -> awaitWake(before));
        });
    }

    private Optional<Uni<byte[]>> pendingChunk() {
        for (int i = 0; i < tails.size(); i++) {
            int which = (nextTail + i) % tails.size();
            if (positions.get(which) < tails.get(which).lastPosition()) {
                return Optional.of(pendingChunk(which));
            }
        }
        return isBeatDue ? Optional.of(Uni.createFrom().item(() -> markSent(HEARTBEAT))) : Optional.empty();
    }

    private Uni<byte[]> pendingChunk(int which) {
        var more = remainder.isEmpty()
                ? tails.get(which).eventsAfter(positions.get(which))
                : Uni.createFrom().item(remainder);
        return onEventLoop(more)
                .map(told -> renderChunk(which, told))
                .map(text -> text.length == 0 ? NOTHING : markSent(text));
    }

    private Uni<byte[]> awaitWake(CompletableFuture<Void> before) {
        return onEventLoop(Uni.createFrom().completionStage(before)).replaceWith(NOTHING);
    }

    /** On the event loop of the reader, by which alone its places are changed. */
    private <T> Uni<T> onEventLoop(Uni<T> work) {
        return work.emitOn(task -> context.runOnContext(_ -> task.run()));
    }

    private byte[] markSent(byte[] chunk) {
        isBeatDue = false;
        lastActivityNanos = System.nanoTime();
        isWaiting = false;
        return chunk;
    }

    /** Of what can be told as much as a chunk may hold: it stays in memory until its reader has taken it. */
    private byte[] renderChunk(int which, List<StreamEvent> told) {
        var text = new StringBuilder(4_096);
        int count = 0;
        for (; count < told.size() && text.length() <= CHUNK; count++) {
            appendEvent(text, which, told.get(count));
        }
        remainder = count == 0 || told.get(count - 1).isLast() ? List.of() : told.subList(count, told.size());
        nextTail = remainder.isEmpty() ? which + 1 : which;
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void appendEvent(StringBuilder text, int which, StreamEvent one) {
        if (one.isLast()) {
            positions.set(which, one.position());
            text.append(one.text().isEmpty() ? "" : "id: " + lastEventId() + "\n");
        }
        text.append(one.text());
    }

    /** How far each log was told. */
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
