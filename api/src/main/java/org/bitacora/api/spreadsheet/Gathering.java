package org.bitacora.api.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.spreadsheet.RowRead;
import org.bitacora.domain.spreadsheet.RowReader;
import org.bitacora.domain.spreadsheet.Together;

/** Reads the rows of a file and hands on what they tell, activity by activity, as soon as its last row is read. */
final class Gathering implements AutoCloseable {

    private final Rows rows;
    private final RowReader reader;
    private final Names names;
    private final Map<String, Together> begun = new LinkedHashMap<>();

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
     * @param told what is told of each
     * @param silent how many rows among them say nothing
     * @param isLast whether the file is at its end
     */
    record Gathered(List<Together> told, int silent, boolean isLast) {}

    /** The next activities, at most so many, unless all rows that are left say nothing. */
    Gathered next(int most) throws IOException {
        var told = new ArrayList<Together>();
        int silent = 0;
        while (told.size() < most && silent < most) {
            var row = rows.next();
            if (row.isEmpty()) {
                begun.values().stream().filter(it -> !it.isSilent()).forEach(told::add);
                begun.clear();
                return new Gathered(told, silent, true);
            }
            var read = reader.read(row.get());
            silent += read instanceof RowRead.Nothing ? 1 : 0;
            take(read, told);
        }
        return new Gathered(told, silent, false);
    }

    /** A row that says nothing of an activity is waited for as well: it was counted among those that name it. */
    private void take(RowRead read, List<Together> told) {
        var name = read.activity();
        if (name.isEmpty()) {
            if (!(read instanceof RowRead.Nothing)) {
                told.add(alone(read));
            }
            return;
        }
        var together = begun.computeIfAbsent(name, Together::new);
        together.add(read);
        if (together.taken() == names.rows(name)) {
            begun.remove(name);
            if (!together.isSilent()) {
                told.add(together);
            }
        }
    }

    private static Together alone(RowRead read) {
        var together = new Together(read.activity());
        together.add(read);
        return together;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
