package org.bitacora.eventlog.postgres;

import java.util.List;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.Mode;

/** The drafts of one request. */
record Batch(List<Draft> drafts, Mode mode) {
    Batch {
        drafts = List.copyOf(drafts);
    }
}
