package org.bitacora.channels.stream;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.EventLog;
import org.bitacora.http.JsonRenderer;
import org.jboss.logging.Logger;

/**
 * The tail of a log for all streams. New entries are read and rendered once for all streams; the latest ones are kept
 * in memory for streams that are slightly behind.
 */
final class LogTail extends TerritoryTail {

    private static final Logger LOG = Logger.getLogger(TerritoryTail.class);
    private static final int KEPT = 500;
    private static final int PAGE = 100;

    private final EventLog log;
    private final JsonRenderer jsonRenderer;
    private final List<StreamEvent> buffer = new ArrayList<>();
    private long lastPosition;
    private long projectedPosition;
    private boolean isReading;

    /**
     * Creates the tail of a log that was projected to a position. Entries before this position are buffered as well,
     * because streams may be slightly behind.
     */
    LogTail(String territory, long followed, EventLog log, JsonRenderer jsonRenderer) {
        super(territory);
        this.log = log;
        this.jsonRenderer = jsonRenderer;
        this.lastPosition = Math.max(0, followed - KEPT);
    }

    @Override
    synchronized long lastPosition() {
        return lastPosition;
    }

    @Override
    void onProjected(long position) {
        synchronized (this) {
            projectedPosition = Math.max(projectedPosition, position);
            if (isReading || lastPosition >= projectedPosition) {
                return;
            }
            isReading = true;
        }
        read();
    }

    private void read() {
        log.read(territory(), nextReadPosition(), KEPT)
                .map(entries -> entries.stream()
                        .filter(it -> it.position() <= projected())
                        .map(it -> StreamEvent.of(it, jsonRenderer))
                        .toList())
                .subscribe()
                .with(this::addRead, this::onReadFailed);
    }

    private synchronized long projected() {
        return projectedPosition;
    }

    /**
     * Returns the position after which the log is read next. If many entries were appended at once, those that would
     * not be buffered are skipped; the streams read them from the log.
     */
    private synchronized long nextReadPosition() {
        return Math.max(lastPosition, projectedPosition - KEPT);
    }

    private void addRead(List<StreamEvent> more) {
        boolean isMore;
        synchronized (this) {
            addToBuffer(more);
            isMore = lastPosition < projectedPosition && !more.isEmpty();
            isReading = isMore;
        }
        wakeStreams();
        if (isMore) {
            read();
        }
    }

    private void addToBuffer(List<StreamEvent> more) {
        if (more.isEmpty()) {
            return;
        }
        if (more.getFirst().position() != lastPosition + 1) {
            buffer.clear();
        }
        buffer.addAll(more);
        lastPosition = more.getLast().position();
        if (buffer.size() > 2 * KEPT) {
            buffer.subList(0, buffer.size() - KEPT).clear();
        }
    }

    /** Handles a failed read. The log is read again at the next change or poll. */
    private synchronized void onReadFailed(Throwable failure) {
        LOG.warnf("Could not read the log of %s for streams: %s", territory(), failure.getMessage());
        isReading = false;
    }

    @Override
    Uni<List<StreamEvent>> eventsAfter(long position) {
        var buffered = bufferedAfter(position);
        return buffered.isEmpty() && position < lastPosition()
                ? log.read(territory(), position, PAGE).map(this::projected)
                : Uni.createFrom().item(buffered);
    }

    private List<StreamEvent> projected(List<Entry> entries) {
        long end = lastPosition();
        return entries.stream()
                .filter(it -> it.position() <= end)
                .map(it -> StreamEvent.of(it, jsonRenderer))
                .toList();
    }

    /** Returns the buffered events after a position; empty if they are not all in memory. */
    private synchronized List<StreamEvent> bufferedAfter(long position) {
        if (buffer.isEmpty() || position + 1 < buffer.getFirst().position()) {
            return List.of();
        }
        int from = Math.toIntExact(
                Math.min(buffer.size(), position + 1 - buffer.getFirst().position()));
        return List.copyOf(buffer.subList(from, Math.min(buffer.size(), from + PAGE)));
    }
}
