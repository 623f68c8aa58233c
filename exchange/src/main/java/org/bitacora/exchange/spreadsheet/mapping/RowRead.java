package org.bitacora.exchange.spreadsheet.mapping;

import java.util.List;
import org.bitacora.domain.activity.EventType;
import org.bitacora.domain.json.Json;

/** What a row says. */
public sealed interface RowRead {

    /** The number of the row. */
    int row();

    /** The name of the activity; empty where it names none. */
    String activity();

    /** Nothing: it is blank, or no data. */
    record Nothing(int row, String activity) implements RowRead {}

    /**
     * Something of an activity.
     *
     * @param activity the name of the activity
     * @param told the steps that it took; none where the row names it and tells none, or none any more
     */
    record Told(int row, String activity, List<Step> told) implements RowRead {
        public Told {
            told = List.copyOf(told);
        }
    }

    /** It cannot be taken, for all of these reasons. */
    record Wrong(int row, String activity, List<Fault> faults) implements RowRead {
        public Wrong {
            faults = List.copyOf(faults);
        }
    }

    /**
     * A step of an activity.
     *
     * @param type which
     * @param data what is said with it
     * @param isFixed whether a file that no longer says it takes it back
     */
    record Step(EventType.Statement type, Json.Obj data, boolean isFixed) {}
}
