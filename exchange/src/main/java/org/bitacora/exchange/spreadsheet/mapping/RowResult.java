package org.bitacora.exchange.spreadsheet.mapping;

import java.util.List;
import org.bitacora.domain.activity.ActivityEventType;
import org.bitacora.domain.json.Json;

/** The result of parsing a row. */
public sealed interface RowResult {

    /** The number of the row. */
    int row();

    /** The name of the activity; empty if the row has none. */
    String activity();

    /** A row without data. */
    record EmptyRow(int row, String activity) implements RowResult {}

    /**
     * A row of an activity.
     *
     * @param activity the name of the activity
     * @param steps the steps that the row states; empty if it names the activity only
     */
    record StepRow(int row, String activity, List<ActivityStep> steps) implements RowResult {
        public StepRow {
            steps = List.copyOf(steps);
        }
    }

    /** An invalid row with all of its faults. */
    record InvalidRow(int row, String activity, List<CellFault> faults) implements RowResult {
        public InvalidRow {
            faults = List.copyOf(faults);
        }
    }

    /**
     * A step of an activity.
     *
     * @param type the event type of the step
     * @param data the data stated with the step
     * @param isFixed whether a file that no longer states the step withdraws it
     */
    record ActivityStep(ActivityEventType.Statement type, Json.Obj data, boolean isFixed) {}
}
