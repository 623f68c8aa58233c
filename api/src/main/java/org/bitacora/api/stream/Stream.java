package org.bitacora.api.stream;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What one reader is told. It takes more only when what it was sent is on its way, and keeps nothing meanwhile but how far
 * each log was told: so a slow one costs no more than a fast one, and is let go after a while.
 */
final class Stream {

    private static final byte[] BEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOTHING = {};

    private final HttpServerRequest request;
    private final Context context;
    private final List<Tail> tails = new ArrayList<>();
    private final List<Long> positions = new ArrayList<>();
    private int turn;
    private volatile CompletableFuture<Void> woken = new CompletableFuture<>();
    private volatile long since = System.nanoTime();
    private volatile boolean isWaiting = true;
    private volatile boolean isBeatDue;
    private volatile boolean isEnded;

    Stream(HttpServerRequest request, Context context) {
        this.request = request;
        this.context = context;
    }

    /** Tells that log too, from that position on. */
    void tell(Tail tail, long position) {
        tails.add(tail);
        positions.add(position);
    }

    List<Tail> tails() {
        return tails;
    }

    boolean isEnded() {
        return isEnded;
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
    void beat(long now, Duration heartbeat) {
        if (isWaiting && now - since >= heartbeat.toNanos()) {
            isBeatDue = true;
            wake();
        }
    }

    /** Whether its reader has left for so long what was sent. */
    boolean isStuck(long now, Duration patience) {
        return !isWaiting && !isEnded && now - since >= patience.toNanos();
    }

    /** Lets go of a reader that does not read. */
    void drop() {
        isEnded = true;
        context.runOnContext(_ -> cut());
    }

    /** Whatever closes a connection in order waits for what is on its way first: here for ever. */
    private void cut() {
        if (request.version() != HttpVersion.HTTP_2 && request.connection() instanceof ConnectionBase connection) {
            var _ = connection.channel().pipeline().firstContext().close();
        } else {
            request.response().reset();
        }
    }

    /** What is to be sent next, as soon as there is something. */
    Uni<byte[]> next() {
        return Uni.createFrom().deferred(() -> {
            isWaiting = true;
            return looked();
        });
    }

    private Uni<byte[]> looked() {
        var before = new CompletableFuture<Void>();
        woken = before; // before looking, so that no news is missed
        if (isEnded) {
            return sent(NOTHING);
        }
        for (int i = 0; i < tails.size(); i++) {
            int which = (turn + i) % tails.size();
            if (positions.get(which) < tails.get(which).told()) {
                turn = which + 1;
                return news(which);
            }
        }
        if (isBeatDue) {
            return sent(BEAT);
        }
        return Uni.createFrom()
                .completionStage(before)
                .emitOn(task -> context.runOnContext(_ -> task.run()))
                .flatMap(_ -> looked());
    }

    private Uni<byte[]> sent(byte[] chunk) {
        isBeatDue = false;
        since = System.nanoTime();
        isWaiting = false;
        return Uni.createFrom().item(chunk);
    }

    private Uni<byte[]> news(int which) {
        return tails.get(which)
                .after(positions.get(which))
                .emitOn(task -> context.runOnContext(_ -> task.run()))
                .flatMap(told -> told.isEmpty() ? looked() : sent(text(which, told)));
    }

    private byte[] text(int which, List<Told> told) {
        var text = new StringBuilder(256 * told.size());
        for (var one : told) {
            positions.set(which, one.position());
            text.append("id: ").append(id()).append('\n').append(one.lines());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** How far each log was told. */
    private String id() {
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
