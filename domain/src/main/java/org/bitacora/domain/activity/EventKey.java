package org.bitacora.domain.activity;

/** The permanent identity of an event within the log of a territory. */
public record EventKey(String source, String id) implements Comparable<EventKey> {
    @Override
    public int compareTo(EventKey other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : id.compareTo(other.id);
    }
}
