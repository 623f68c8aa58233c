package org.bitacora.projections.indicator.query;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bitacora.domain.indicator.CountedEntity;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.projections.indicator.query.TallySource.TallyKey;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@link TallyQuery#shared}: what several leaves may take.
 *
 * @param kind what it is of
 * @param cell where it belongs
 * @param predicateBits which needs it meets, a bit for each
 * @param key what counts once
 * @param secondaryKey what counts once for others; empty where there is none
 * @param sum the amounts that are placed
 * @param stated of how many amounts
 * @param isPlaced whether anything of it is placed
 * @param unplaced the activities that are not
 * @param missing the series that are missing to convert some
 */
record SharedRow(
        SharedRowKind kind,
        TallyKey cell,
        long predicateBits,
        String key,
        String secondaryKey,
        BigDecimal sum,
        long stated,
        boolean isPlaced,
        Set<String> unplaced,
        Set<String> missing) {

    /** What rows are of: one or more activities, or one thing that an activity names. */
    enum SharedRowKind {
        ACTIVITIES,
        COUNTERPARTS,
        ACTORS;

        /** Where a leaf finds what it takes. */
        static SharedRowKind of(MeasureQuery measureQuery) {
            return measureQuery.measure() instanceof Measure.Count count ? of(count.counted()) : ACTIVITIES;
        }

        private static SharedRowKind of(CountedEntity countedEntity) {
            return switch (countedEntity) {
                case ACTIVITIES, DIMENSIONS -> ACTIVITIES;
                case COUNTERPARTS, COUNTRIES -> COUNTERPARTS;
                case ACTORS -> ACTORS;
            };
        }
    }

    /** The rows of a result. There are many: the index of each column is looked up once. */
    static List<SharedRow> all(RowSet<Row> rows) {
        var columns = ColumnIndexes.of(rows.columnsNames());
        var all = new ArrayList<SharedRow>(rows.size());
        rows.forEach(row -> all.add(of(row, columns)));
        return all;
    }

    private record ColumnIndexes(
            int kind,
            int groupCode,
            int periodNumber,
            int predicateBits,
            int key,
            int secondaryKey,
            int sum,
            int stated,
            int isPlaced,
            int unplaced,
            int missing) {

        static ColumnIndexes of(List<String> names) {
            return new ColumnIndexes(
                    names.indexOf("kind"),
                    names.indexOf("group_code"),
                    names.indexOf("period_number"),
                    names.indexOf("predicate_bits"),
                    names.indexOf("key"),
                    names.indexOf("secondary_key"),
                    names.indexOf("sum"),
                    names.indexOf("stated"),
                    names.indexOf("is_placed"),
                    names.indexOf("unplaced"),
                    names.indexOf("missing"));
        }
    }

    private static SharedRow of(Row row, ColumnIndexes columns) {
        return new SharedRow(
                SharedRowKind.valueOf(row.getString(columns.kind())),
                new TallyKey(row.getString(columns.groupCode()), row.getInteger(columns.periodNumber())),
                row.getLong(columns.predicateBits()),
                Objects.requireNonNullElse(row.getString(columns.key()), ""),
                Objects.requireNonNullElse(row.getString(columns.secondaryKey()), ""),
                row.getBigDecimal(columns.sum()),
                row.getLong(columns.stated()),
                row.getBoolean(columns.isPlaced()),
                texts(row.getArrayOfStrings(columns.unplaced())),
                texts(row.getArrayOfStrings(columns.missing())));
    }

    private static Set<String> texts(String @Nullable [] texts) {
        return texts == null ? Set.of() : Set.copyOf(List.of(texts));
    }
}
