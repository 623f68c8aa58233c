package org.bitacora.channels.stream;

import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is new of a territory, for all streams that tell of it. */
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

    /** Whether nobody is left. */
    synchronized boolean remove(EventStream eventStream) {
        streams.remove(eventStream);
        return streams.isEmpty();
    }

    /** Tells all of them that there is news. */
    void wakeStreams() {
        currentStreams().forEach(EventStream::wake);
    }

    private synchronized List<EventStream> currentStreams() {
        return List.copyOf(streams);
    }

    /** The last position that can be told. */
    abstract long lastPosition();

    /** The log has been followed that far. */
    abstract void onProjected(long position);

    /** What can be told after a position, a page of it at most; nothing where that is all. */
    abstract Uni<List<StreamEvent>> eventsAfter(long position);
}
