package org.bitacora.exchange.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.exchange.spreadsheet.mapping.RowReader;
import org.bitacora.exchange.spreadsheet.mapping.RowReader.Seen;

/** Goes through the rows of a file and hands on those of an activity together, as soon as the last of them is there. */
final class Gathering implements AutoCloseable {

    private final Rows rows;
    private final RowReader reader;
    private final Names names;
    private final Map<String, List<Seen>> begun = new LinkedHashMap<>();

    Gathering(ImportPlan plan, Names names) throws IOException {
        this.rows = Rows.of(plan.path(), plan.mapping().layout());
        this.reader = new RowReader(plan.mapping(), plan.header());
        this.names = names;
        skipTo(plan.header().rowNumber());
    }

    private void skipTo(int header) throws IOException {
        for (var row = rows.next(); row.isPresent() && row.get().number() < header; row = rows.next()) {}
    }

    /**
     * Some activities of the file.
     *
     * @param activities the rows of each
     * @param silent how many rows among them say nothing
     * @param isLast whether the file is at its end
     */
    record Gathered(List<Unread> activities, int silent, boolean isLast) {}

    /** The next activities, at most so many, unless all rows that are left say nothing. */
    Gathered next(int most) throws IOException {
        var activities = new ArrayList<Unread>();
        int silent = 0;
        while (activities.size() < most && silent < most) {
            var row = rows.next();
            if (row.isEmpty()) {
                begun.forEach((name, seen) -> hand(name, seen, activities));
                begun.clear();
                return new Gathered(activities, silent, true);
            }
            var seen = reader.look(row.get());
            silent += seen.isTelling() ? 0 : 1;
            take(seen, activities);
        }
        return new Gathered(activities, silent, false);
    }

    /** A row that says nothing of an activity is waited for as well: it was counted among those that name it. */
    private void take(Seen seen, List<Unread> activities) {
        var name = seen.name();
        if (name.isEmpty()) {
            hand(name, List.of(seen), activities);
            return;
        }
        var together = begun.computeIfAbsent(name, _ -> new ArrayList<>(1));
        together.add(seen);
        if (together.size() == names.rows(name)) {
            begun.remove(name);
            hand(name, together, activities);
        }
    }

    private static void hand(String name, List<Seen> rows, List<Unread> activities) {
        if (rows.stream().anyMatch(Seen::isTelling)) {
            activities.add(new Unread(name, rows));
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
