package org.bitacora.channels.stream;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.EventLog;
import org.bitacora.http.JsonRenderer;
import org.jboss.logging.Logger;

/**
 * The end of a log, for all streams that tell of it. What is new is read and put into words once, however many tell it;
 * the latest are kept in memory for those who are not far behind.
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

    /** Of a log that was followed to that position: what came last before it is kept too, as many may be a little behind. */
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

    /** Where much was appended at once, those that would not be kept are left to whoever reads the log itself. */
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

    /** Looked for again at the next move, or soon anyway. */
    private synchronized void onReadFailed(Throwable failure) {
        LOG.warnf("The log of %s could not be read for streams: %s", territory(), failure.getMessage());
        isReading = false;
    }

    @Override
    Uni<List<StreamEvent>> eventsAfter(long position) {
        var kept = bufferedAfter(position);
        return kept.isEmpty() && position < lastPosition()
                ? log.read(territory(), position, PAGE).map(this::projected)
                : Uni.createFrom().item(kept);
    }

    private List<StreamEvent> projected(List<Entry> entries) {
        long end = lastPosition();
        return entries.stream()
                .filter(it -> it.position() <= end)
                .map(it -> StreamEvent.of(it, jsonRenderer))
                .toList();
    }

    /** Those after a position, where all of them are in memory; none where they are not. */
    private synchronized List<StreamEvent> bufferedAfter(long position) {
        if (buffer.isEmpty() || position + 1 < buffer.getFirst().position()) {
            return List.of();
        }
        int from = Math.toIntExact(
                Math.min(buffer.size(), position + 1 - buffer.getFirst().position()));
        return List.copyOf(buffer.subList(from, Math.min(buffer.size(), from + PAGE)));
    }
}
