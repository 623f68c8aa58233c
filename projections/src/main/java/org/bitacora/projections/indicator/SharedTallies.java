package org.bitacora.projections.indicator;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.Tally;

/**
 * Tallies of many leaves at once. Those that are alike go through the same rows: all of them are asked for in one statement,
 * which tells of each row what it is, and here each leaf takes its own. Nothing is asked before somebody subscribes to
 * one of the answers; by then all leaves must have been named.
 */
final class SharedTallies implements Tallying {

    private final Tallies tallies;
    private final Map<Walk, Together> walks = new LinkedHashMap<>();

    SharedTallies(Tallies tallies) {
        this.tallies = tallies;
    }

    /** Through which rows, whoever's. */
    private record Walk(Leaf leaf, Scope scope, List<Period> periods) {}

    @Override
    public Uni<Map<Cell, Tally>> of(Leaf leaf, Scope scope, List<Period> periods) {
        if (!leaf.by().isEmpty()) {
            return tallies.of(leaf, scope, periods);
        }
        var together = walks.computeIfAbsent(new Walk(leaf.ofAny(), scope, periods), Together::new);
        together.leaves.add(leaf);
        return together.answers.map(found -> found.getOrDefault(leaf, Map.of()));
    }

    /** The leaves that go through the same rows. */
    private final class Together {
        private final Walk walk;
        private final Set<Leaf> leaves = new LinkedHashSet<>();
        private final Uni<Map<Leaf, Map<Cell, Tally>>> answers =
                Uni.createFrom().deferred(this::asked).memoize().indefinitely();

        Together(Walk walk) {
            this.walk = walk;
        }

        private Uni<Map<Leaf, Map<Cell, Tally>>> asked() {
            if (leaves.size() == 1) {
                var only = leaves.iterator().next();
                return tallies.of(only, walk.scope(), walk.periods()).map(found -> Map.of(only, found));
            }
            var needs = new LinkedHashSet<Need>();
            leaves.forEach(leaf -> needs.addAll(Need.of(leaf)));
            var query = TallyQuery.telling(walk.leaf(), needs, walk.scope(), walk.periods());
            return tallies.rows(query).map(rows -> taken(rows, List.copyOf(needs)));
        }

        private Map<Leaf, Map<Cell, Tally>> taken(RowSet<Row> rows, List<Need> needs) {
            Map<Leaf, Map<Cell, Tally>> found = new HashMap<>();
            for (var leaf : leaves) {
                var needed = Need.of(leaf).stream().mapToInt(needs::indexOf).toArray();
                Map<Cell, Taken> taken = new HashMap<>();
                for (var row : rows) {
                    if (meets(row.getArrayOfBooleans("meets"), needed)) {
                        taken.computeIfAbsent(new Cell(row.getString("g"), row.getInteger("n")), _ -> taken())
                                .take(row);
                    }
                }
                Map<Cell, Tally> tallied = new HashMap<>();
                taken.forEach((cell, it) -> tallied.put(cell, it.tally()));
                found.put(leaf, tallied);
            }
            return found;
        }

        private static boolean meets(Boolean[] meets, int[] needed) {
            for (int need : needed) {
                if (!meets[need]) {
                    return false;
                }
            }
            return true;
        }

        private Taken taken() {
            return walk.leaf().adding() == Leaf.Adding.DISTINCT ? new Taken.Things() : new Taken.Amounts();
        }
    }
}
