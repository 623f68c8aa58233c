package org.bitacora.eventlog.postgres;

import java.util.List;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.Draft;

/** The drafts of one request. */
record DraftBatch(List<Draft> drafts, AppendMode mode) {
    DraftBatch {
        drafts = List.copyOf(drafts);
    }
}
