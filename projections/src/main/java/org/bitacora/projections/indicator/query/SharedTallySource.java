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
import org.bitacora.projections.indicator.Scope;
import org.bitacora.projections.indicator.query.SharedRow.SharedRowKind;

/**
 * Tallies of many leaves at once. Those that are alike go through the same rows: all of them are asked for in one statement,
 * which tells of each row what it is, and here each leaf takes its own. Nothing is asked before somebody subscribes to
 * one of the answers; by then all leaves must have been named.
 */
final class SharedTallySource implements TallySource {

    /** Of a positive number. */
    private static final int BITS = 63;

    private final DatabaseTallySource databaseTallySource;
    private final Map<ScanKey, SharedScan> walks = new LinkedHashMap<>();

    SharedTallySource(DatabaseTallySource databaseTallySource) {
        this.databaseTallySource = databaseTallySource;
    }

    /** Through which rows, whoever's. */
    private record ScanKey(MeasureQuery measureQuery, Scope scope, List<Period> periods) {}

    @Override
    public Uni<Map<TallyKey, MeasureResult>> tally(MeasureQuery leaf, Scope scope, List<Period> periods) {
        if (!leaf.by().isEmpty()) {
            return databaseTallySource.tally(leaf, scope, periods);
        }
        var sharedScan = walks.computeIfAbsent(new ScanKey(leaf.generalized(), scope, periods), SharedScan::new);
        sharedScan.leaves.add(leaf);
        return sharedScan.answers.map(found -> found.getOrDefault(leaf, Map.of()));
    }

    /** Once through the rows of a way, for all leaves that go there. */
    private final class SharedScan {
        private final ScanKey scanKey;
        private final Set<MeasureQuery> leaves = new LinkedHashSet<>();
        private final Uni<Map<MeasureQuery, Map<TallyKey, MeasureResult>>> answers =
                Uni.createFrom().deferred(this::answer).memoize().indefinitely();

        SharedScan(ScanKey scanKey) {
            this.scanKey = scanKey;
        }

        private Uni<Map<MeasureQuery, Map<TallyKey, MeasureResult>>> answer() {
            var parts = splitByBits(List.copyOf(leaves)).map(this::answer).toList();
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
                var seen = SharedRow.all(rows);
                Map<MeasureQuery, Map<TallyKey, MeasureResult>> found = new HashMap<>();
                part.forEach(leaf -> found.put(leaf, accumulate(leaf, sharedQueryPlan.bitsOf(leaf), seen)));
                return found;
            });
        }
    }

    /** In as many parts as are needed for what is told to have room in the bits of a number. */
    private static Stream<List<MeasureQuery>> splitByBits(List<MeasureQuery> leaves) {
        int half = leaves.size() / 2;
        return half == 0 || SharedQueryPlan.forQueries(leaves).bitCount() <= BITS
                ? Stream.of(leaves)
                : Stream.concat(splitByBits(leaves.subList(0, half)), splitByBits(leaves.subList(half, leaves.size())));
    }

    private static Map<TallyKey, MeasureResult> accumulate(MeasureQuery leaf, long bits, List<SharedRow> seen) {
        var sharedRowKind = SharedRowKind.of(leaf);
        Map<TallyKey, TallyAccumulator> taken = new HashMap<>();
        for (var row : seen) {
            if (row.kind() == sharedRowKind && (row.predicateBits() & bits) == bits) {
                taken.computeIfAbsent(row.cell(), _ -> new TallyAccumulator(leaf))
                        .add(row);
            }
        }
        Map<TallyKey, MeasureResult> tallied = new HashMap<>();
        taken.forEach((tallyKey, it) -> tallied.put(tallyKey, it.tally()));
        return tallied;
    }
}
