package org.bitacora.domain.activity;

/** What identifies an event within a territory's log, for ever. */
public record EventKey(String source, String id) implements Comparable<EventKey> {
    @Override
    public int compareTo(EventKey other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : id.compareTo(other.id);
    }
}
