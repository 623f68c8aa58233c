package org.bitacora.projections.indicator.query;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.bitacora.domain.indicator.CountedEntity;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.projections.indicator.query.TallySource.TallyKey;

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

    /** By place, as there are many. */
    static SharedRow of(Row row) {
        return new SharedRow(
                SharedRowKind.valueOf(row.getString(0)),
                new TallyKey(row.getString(1), row.getInteger(2)),
                row.getLong(3),
                text(row, 4),
                text(row, 5),
                row.getBigDecimal(6),
                row.getLong(7),
                row.getBoolean(8),
                texts(row, 9),
                texts(row, 10));
    }

    private static String text(Row row, int column) {
        var text = row.getString(column);
        return text == null ? "" : text;
    }

    private static Set<String> texts(Row row, int column) {
        var texts = row.getArrayOfStrings(column);
        return texts == null ? Set.of() : Set.copyOf(List.of(texts));
    }
}
