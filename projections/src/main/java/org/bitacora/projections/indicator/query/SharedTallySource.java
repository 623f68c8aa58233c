package org.bitacora.projections.indicator.query;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bitacora.domain.indicator.MeasureResult;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.indicator.TerritoryScope;
import org.bitacora.projections.indicator.query.SharedRow.SharedRowKind;

/**
 * Computes the results of many measure queries with shared scans. Queries that differ only in their filters or in what they count use one
 * statement, which states for each row the predicates that it satisfies; this class then selects the rows of each query.
 * A scan runs when one of its results is subscribed to; all queries must have been added before.
 */
final class SharedTallySource implements TallySource {

    /** The number of usable bits of a nonnegative long. */
    private static final int BITS = 63;

    private final DatabaseTallySource databaseTallySource;
    private final Map<ScanKey, SharedScan> scans = new LinkedHashMap<>();

    SharedTallySource(DatabaseTallySource databaseTallySource) {
        this.databaseTallySource = databaseTallySource;
    }

    /** Identifies a scan: measure queries with the same key share it. */
    private record ScanKey(MeasureQuery measureQuery, TerritoryScope scope, List<Period> periods) {}

    @Override
    public Uni<Map<TallyKey, MeasureResult>> tally(
            MeasureQuery measureQuery, TerritoryScope scope, List<Period> periods) {
        if (!measureQuery.by().isEmpty()) {
            return databaseTallySource.tally(measureQuery, scope, periods);
        }
        var sharedScan =
                scans.computeIfAbsent(new ScanKey(measureQuery.generalized(), scope, periods), SharedScan::new);
        sharedScan.queries.add(measureQuery);
        return sharedScan.results.map(found -> found.getOrDefault(measureQuery, Map.of()));
    }

    /** One scan of the activities for all measure queries with the same key. */
    private final class SharedScan {
        private final ScanKey scanKey;
        private final Set<MeasureQuery> queries = new LinkedHashSet<>();
        private final Uni<Map<MeasureQuery, Map<TallyKey, MeasureResult>>> results =
                Uni.createFrom().deferred(this::answer).memoize().indefinitely();

        SharedScan(ScanKey scanKey) {
            this.scanKey = scanKey;
        }

        private Uni<Map<MeasureQuery, Map<TallyKey, MeasureResult>>> answer() {
            var parts = splitByBits(List.copyOf(queries)).map(this::answer).toList();
            return Uni.join().all(parts).andFailFast().map(found -> {
                Map<MeasureQuery, Map<TallyKey, MeasureResult>> all = new HashMap<>();
                found.forEach(all::putAll);
                return all;
            });
        }

        private Uni<Map<MeasureQuery, Map<TallyKey, MeasureResult>>> answer(List<MeasureQuery> part) {
            if (part.size() == 1) {
                var only = part.getFirst();
                return databaseTallySource
                        .tally(only, scanKey.scope(), scanKey.periods())
                        .map(found -> Map.of(only, found));
            }
            var sharedQueryPlan = SharedQueryPlan.forQueries(part);
            var query = TallyQuery.shared(scanKey.measureQuery(), sharedQueryPlan, scanKey.scope(), scanKey.periods());
            return databaseTallySource.rows(query).map(rows -> {
                var sharedRows = SharedRow.all(rows);
                Map<MeasureQuery, Map<TallyKey, MeasureResult>> found = new HashMap<>();
                part.forEach(measureQuery -> found.put(
                        measureQuery, accumulate(measureQuery, sharedQueryPlan.bitsOf(measureQuery), sharedRows)));
                return found;
            });
        }
    }

    /** Divides measure queries into parts whose predicates fit into the bits of a long. */
    private static Stream<List<MeasureQuery>> splitByBits(List<MeasureQuery> queries) {
        int half = queries.size() / 2;
        return half == 0 || SharedQueryPlan.forQueries(queries).bitCount() <= BITS
                ? Stream.of(queries)
                : Stream.concat(
                        splitByBits(queries.subList(0, half)), splitByBits(queries.subList(half, queries.size())));
    }

    private static Map<TallyKey, MeasureResult> accumulate(MeasureQuery measureQuery, long bits, List<SharedRow> rows) {
        var sharedRowKind = SharedRowKind.of(measureQuery);
        Map<TallyKey, TallyAccumulator> accumulators = new HashMap<>();
        for (var row : rows) {
            if (row.kind() == sharedRowKind && (row.predicateBits() & bits) == bits) {
                accumulators
                        .computeIfAbsent(row.cell(), _ -> new TallyAccumulator(measureQuery))
                        .add(row);
            }
        }
        Map<TallyKey, MeasureResult> results = new HashMap<>();
        accumulators.forEach((tallyKey, it) -> results.put(tallyKey, it.tally()));
        return results;
    }
}
