package org.bitacora.channels.stream;

import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The new events of a territory for all streams. */
abstract class TerritoryTail {

    private final String territory;
    private final Set<EventStream> streams = new HashSet<>();

    TerritoryTail(String territory) {
        this.territory = territory;
    }

    String territory() {
        return territory;
    }

    synchronized void add(EventStream eventStream) {
        streams.add(eventStream);
    }

    /** Removes a stream. Returns whether no stream is left. */
    synchronized boolean remove(EventStream eventStream) {
        streams.remove(eventStream);
        return streams.isEmpty();
    }

    /** Signals all streams that there may be new events. */
    void wakeStreams() {
        currentStreams().forEach(EventStream::wake);
    }

    private synchronized List<EventStream> currentStreams() {
        return List.copyOf(streams);
    }

    /** The last position that has events. */
    abstract long lastPosition();

    /** Signals that the log was projected up to a position. */
    abstract void onProjected(long position);

    /** Returns at most a page of the events after a position; empty if there are none. */
    abstract Uni<List<StreamEvent>> eventsAfter(long position);
}
