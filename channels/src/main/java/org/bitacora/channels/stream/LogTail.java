package org.bitacora.channels.stream;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.EventLog;
import org.bitacora.http.Json;
import org.jboss.logging.Logger;

/**
 * The end of a log, for all streams that tell of it. What is new is read and put into words once, however many tell it;
 * the latest are kept in memory for those who are not far behind.
 */
final class LogTail extends Tail {

    private static final Logger LOG = Logger.getLogger(Tail.class);
    private static final int KEPT = 500;
    private static final int PAGE = 100;

    private final EventLog log;
    private final Json json;
    private final List<Told> latest = new ArrayList<>();
    private long told;
    private long followed;
    private boolean isReading;

    /** Of a log that was followed to that position: what came last before it is kept too, as many may be a little behind. */
    LogTail(String territory, long followed, EventLog log, Json json) {
        super(territory);
        this.log = log;
        this.json = json;
        this.told = Math.max(0, followed - KEPT);
    }

    @Override
    synchronized long told() {
        return told;
    }

    @Override
    void moved(long position) {
        synchronized (this) {
            followed = Math.max(followed, position);
            if (isReading || told >= followed) {
                return;
            }
            isReading = true;
        }
        read();
    }

    private void read() {
        log.read(territory(), from(), KEPT)
                .map(entries -> entries.stream()
                        .filter(it -> it.position() <= followed())
                        .map(it -> Told.of(it, json))
                        .toList())
                .subscribe()
                .with(this::take, this::failed);
    }

    private synchronized long followed() {
        return followed;
    }

    /** Where much was appended at once, those that would not be kept are left to whoever reads the log itself. */
    private synchronized long from() {
        return Math.max(told, followed - KEPT);
    }

    private void take(List<Told> more) {
        boolean isMore;
        synchronized (this) {
            keep(more);
            isMore = told < followed && !more.isEmpty();
            isReading = isMore;
        }
        wake();
        if (isMore) {
            read();
        }
    }

    private void keep(List<Told> more) {
        if (more.isEmpty()) {
            return;
        }
        if (more.getFirst().position() != told + 1) {
            latest.clear();
        }
        latest.addAll(more);
        told = more.getLast().position();
        if (latest.size() > 2 * KEPT) {
            latest.subList(0, latest.size() - KEPT).clear();
        }
    }

    /** Looked for again at the next move, or soon anyway. */
    private synchronized void failed(Throwable failure) {
        LOG.warnf("The log of %s could not be read for streams: %s", territory(), failure.getMessage());
        isReading = false;
    }

    @Override
    Uni<List<Told>> after(long position) {
        var kept = kept(position);
        return kept.isEmpty() && position < told()
                ? log.read(territory(), position, PAGE).map(this::followed)
                : Uni.createFrom().item(kept);
    }

    private List<Told> followed(List<Entry> entries) {
        long end = told();
        return entries.stream()
                .filter(it -> it.position() <= end)
                .map(it -> Told.of(it, json))
                .toList();
    }

    /** Those after a position, where all of them are in memory; none where they are not. */
    private synchronized List<Told> kept(long position) {
        if (latest.isEmpty() || position + 1 < latest.getFirst().position()) {
            return List.of();
        }
        int from = Math.toIntExact(
                Math.min(latest.size(), position + 1 - latest.getFirst().position()));
        return List.copyOf(latest.subList(from, Math.min(latest.size(), from + PAGE)));
    }
}
