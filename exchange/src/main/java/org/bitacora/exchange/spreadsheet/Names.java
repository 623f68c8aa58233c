package org.bitacora.exchange.spreadsheet;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bitacora.exchange.spreadsheet.mapping.Fault;
import org.bitacora.exchange.spreadsheet.mapping.Row;
import org.bitacora.exchange.spreadsheet.mapping.RowReader;

/**
 * The activities that the rows of a file name, looked at before its rows are read: how many rows tell of each, so that
 * those of one activity can be taken together wherever they stand.
 */
final class Names {

    private final Map<String, Integer> rows = new HashMap<>();
    private final Map<String, String> written = new HashMap<>();
    private final Set<String> confused = new HashSet<>();
    private int total;

    /** How many rows a file has beneath its header; fails with {@link BadFile} where there are more than that. */
    static int count(ImportPlan plan, int most) throws IOException {
        return new Names().looked(plan, most, _ -> {}).total;
    }

    /** Looks at a file; fails with {@link BadFile} where it has more rows than that. */
    static Names of(ImportPlan plan, int most) throws IOException {
        var names = new Names();
        var reader = new RowReader(plan.mapping(), plan.header());
        return names.looked(plan, most, row -> names.add(reader, row));
    }

    private Names looked(ImportPlan plan, int most, Consumer<Row> each) throws IOException {
        try (var rows = Rows.of(plan.path(), plan.mapping().layout())) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                if (row.get().number() > plan.header().rowNumber()) {
                    total++;
                    each.accept(row.get());
                }
                if (total > most) {
                    throw new BadFile("It has more than " + most + " rows; cut it into several files.");
                }
            }
        }
        return this;
    }

    /** How many rows there are beneath the header. */
    int total() {
        return total;
    }

    private void add(RowReader reader, Row row) {
        reader.name(row).ifPresent(name -> {
            rows.merge(name.activity(), 1, Integer::sum);
            var before = written.putIfAbsent(name.activity(), name.written());
            if (before != null && !before.equals(name.written())) {
                confused.add(name.activity());
            }
        });
    }

    /** How many rows tell of an activity. */
    int rows(String activity) {
        return rows.getOrDefault(activity, 0);
    }

    /** What is wrong with the name of an activity: that two texts come to it. */
    Optional<Fault> fault(String activity, int row) {
        return confused.contains(activity)
                ? Optional.of(new Fault(
                        row,
                        "",
                        activity,
                        "Different texts of the sheet come to this same name of an activity; tell them apart."))
                : Optional.empty();
    }
}
