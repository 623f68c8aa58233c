package org.bitacora.channels.stream;

import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is new of a territory, for all streams that tell of it. */
abstract class Tail {

    private final String territory;
    private final Set<Stream> streams = new HashSet<>();

    Tail(String territory) {
        this.territory = territory;
    }

    String territory() {
        return territory;
    }

    synchronized void add(Stream stream) {
        streams.add(stream);
    }

    /** Whether nobody is left. */
    synchronized boolean remove(Stream stream) {
        streams.remove(stream);
        return streams.isEmpty();
    }

    /** Tells all of them that there is news. */
    void wake() {
        listening().forEach(Stream::wake);
    }

    private synchronized List<Stream> listening() {
        return List.copyOf(streams);
    }

    /** The last position that can be told. */
    abstract long told();

    /** The log has been followed that far. */
    abstract void moved(long position);

    /** What can be told after a position, a page of it at most; nothing where that is all. */
    abstract Uni<List<Told>> after(long position);
}
