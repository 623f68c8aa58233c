package org.bitacora.exchange.spreadsheet.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;

/**
 * The rows of one activity, merged. Lists are united without duplicates, except that the amounts of each row count:
 * amounts that equal an amount of an earlier row get an id. Any other value must be equal in all rows that have it.
 */
public final class RowGroup {

    private static final String AMOUNTS = "/amounts";
    private static final String ID = "id";

    private final Map<Transition, RowResult.ActivityStep> steps = new LinkedHashMap<>();
    private final List<Integer> rows = new ArrayList<>();
    private final List<RowResult.StepRow> stepRows = new ArrayList<>(1);
    private final List<CellFault> faults = new ArrayList<>();
    private final String activity;

    /** Creates a group for an activity. */
    public RowGroup(String activity) {
        this.activity = activity;
    }

    /** Adds a row. */
    public void add(RowResult row) {
        switch (row) {
            case RowResult.StepRow stepRow -> {
                rows.add(stepRow.row());
                stepRows.add(stepRow);
                stepRow.steps().forEach(activityStep -> add(stepRow.row(), activityStep));
            }
            case RowResult.InvalidRow(int number, var _, var wrong) -> {
                rows.add(number);
                faults.addAll(wrong);
            }
            case RowResult.EmptyRow _ -> {}
        }
    }

    /** Adds a fault that the rows themselves do not contain, such as a conflict of activity names. */
    public void add(CellFault cellFault) {
        faults.add(cellFault);
    }

    private void add(int row, RowResult.ActivityStep activityStep) {
        steps.values().stream()
                .filter(it -> it.type().kind() != activityStep.type().kind())
                .findFirst()
                .ifPresent(it -> addConflict(row, activityStep.type().kind().word(), "kind"));
        var before = steps.get(activityStep.type().transition());
        steps.put(
                activityStep.type().transition(),
                before == null
                        ? activityStep
                        : new RowResult.ActivityStep(
                                before.type(),
                                merged(row, "", before.data(), activityStep.data()),
                                activityStep.isFixed()));
    }

    private Json.Obj merged(int row, String path, Json.Obj one, Json.Obj other) {
        Map<String, Json> members = new LinkedHashMap<>(one.members());
        other.members().forEach((name, value) -> {
            var before = Optional.ofNullable(members.get(name));
            members.put(
                    name,
                    before.map(it -> merged(row, path + "/" + name, it, value)).orElse(value));
        });
        return new Json.Obj(members);
    }

    private Json merged(int row, String path, Json one, Json other) {
        if (one instanceof Json.Arr(var items) && other instanceof Json.Arr(var more)) {
            if (path.equals(AMOUNTS)) {
                return withAmounts(items, more);
            }
            var all = new LinkedHashSet<>(items);
            all.addAll(more);
            return new Json.Arr(List.copyOf(all));
        }
        if (one instanceof Json.Obj object && other instanceof Json.Obj more) {
            return merged(row, path, object, more);
        }
        if (!one.equals(other)) {
            addConflict(row, shown(other), path.substring(1));
        }
        return one;
    }

    /**
     * Adds the amounts of a row. An amount without an id that equals earlier ones gets the next number as its id, so that
     * three payments of 500 stay three. Amounts with an id are one if their ids are equal.
     */
    private static Json.Arr withAmounts(List<Json> amounts, List<Json> more) {
        var all = new ArrayList<>(amounts);
        for (var item : more) {
            if (item instanceof Json.Obj amount && amount.get(ID).isEmpty()) {
                long equal = amounts.stream()
                        .filter(it -> it instanceof Json.Obj other
                                && other.without(ID).equals(amount))
                        .count();
                all.add(equal == 0 ? amount : amount.with(ID, Json.of(Long.toString(equal + 1))));
            } else if (!all.contains(item)) {
                all.add(item);
            }
        }
        return new Json.Arr(List.copyOf(all));
    }

    private static String shown(Json value) {
        return switch (value) {
            case Json.Str(var text) -> text;
            case Json.Num(var number) -> SheetCell.plainText(number);
            case Json.Bool(var truth) -> Boolean.toString(truth);
            case Json.Obj _, Json.Arr _, Json.Null _ -> "";
        };
    }

    private void addConflict(int row, String value, String path) {
        faults.add(new CellFault(
                row,
                "",
                value,
                Detail.of(
                        "The row belongs to activity {0}, like row {1}, but has another value of {2}.",
                        activity, rows.getFirst(), path)));
    }

    /** The name of the activity. */
    public String activity() {
        return activity;
    }

    /** The numbers of the rows with data. */
    public List<Integer> rows() {
        return List.copyOf(rows);
    }

    /** The numbers of the rows that state the same as an earlier row, and so add nothing. */
    public List<Integer> repeatedRows() {
        if (stepRows.size() < 2) {
            return List.of();
        }
        var seen = new HashSet<List<RowResult.ActivityStep>>();
        return stepRows.stream()
                .filter(it -> !it.steps().isEmpty() && !seen.add(it.steps()))
                .map(RowResult.StepRow::row)
                .toList();
    }

    /** The faults of the rows. If there are any, no row of the group is imported. */
    public List<CellFault> faults() {
        return List.copyOf(faults);
    }

    /** The steps that the rows state. */
    public List<RowResult.ActivityStep> steps() {
        return List.copyOf(steps.values());
    }
}
