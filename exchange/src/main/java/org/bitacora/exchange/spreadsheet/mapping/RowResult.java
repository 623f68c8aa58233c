package org.bitacora.exchange.spreadsheet.mapping;

import java.util.List;
import org.bitacora.domain.activity.ActivityEventType;
import org.bitacora.domain.json.Json;

/** What a row says. */
public sealed interface RowResult {

    /** The number of the row. */
    int row();

    /** The name of the activity; empty where it names none. */
    String activity();

    /** Nothing: it is blank, or no data. */
    record EmptyRow(int row, String activity) implements RowResult {}

    /**
     * Something of an activity.
     *
     * @param activity the name of the activity
     * @param steps the steps that it took; none where the row names it and tells none, or none any more
     */
    record StepRow(int row, String activity, List<ActivityStep> steps) implements RowResult {
        public StepRow {
            steps = List.copyOf(steps);
        }
    }

    /** It cannot be taken, for all of these reasons. */
    record InvalidRow(int row, String activity, List<CellFault> faults) implements RowResult {
        public InvalidRow {
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
    record ActivityStep(ActivityEventType.Statement type, Json.Obj data, boolean isFixed) {}
}
