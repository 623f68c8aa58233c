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
 * A row of {@link TallyQuery#shared}, which several measure queries may use.
 *
 * @param kind the kind of the row
 * @param cell the group and period of the row
 * @param predicateBits the predicates that the row satisfies, one bit for each
 * @param key the thing that counts once
 * @param secondaryKey the thing that counts once for measures of countries or dimensions; empty if none
 * @param sum the sum of the placed amounts
 * @param stated the number of these amounts
 * @param isPlaced whether any activity of the row is placed
 * @param unplaced the activities of the row that are not placed
 * @param missing the series that are missing to convert amounts
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

    /** The kind of a row: one or more activities, or a list element of activities. */
    enum SharedRowKind {
        ACTIVITIES,
        COUNTERPARTS,
        ACTORS;

        /** Returns the kind of rows that a measure query uses. */
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

    /** Returns the rows of a result. Looks up the index of each column only once, because there are many rows. */
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
