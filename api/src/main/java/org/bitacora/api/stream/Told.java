package org.bitacora.api.stream;

import org.bitacora.api.answer.Json;
import org.bitacora.eventlog.Entry;

/**
 * An entry as all streams tell it.
 *
 * @param position where it is
 * @param lines of its event, after that with its id
 */
record Told(long position, String lines) {

    static Told of(Entry entry, Json json) {
        return new Told(entry.position(), "event: log\ndata: " + json.whole(EntryTold.of(entry)) + "\n\n");
    }
}
