package org.bitacora.projections.indicator.query;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.Tally;
import org.bitacora.projections.indicator.Scope;
import org.bitacora.projections.indicator.query.Seen.Rows;

/**
 * Tallies of many leaves at once. Those that are alike go through the same rows: all of them are asked for in one statement,
 * which tells of each row what it is, and here each leaf takes its own. Nothing is asked before somebody subscribes to
 * one of the answers; by then all leaves must have been named.
 */
final class SharedTallies implements Tallying {

    /** Of a positive number. */
    private static final int BITS = 63;

    private final Tallies tallies;
    private final Map<Way, Walk> walks = new LinkedHashMap<>();

    SharedTallies(Tallies tallies) {
        this.tallies = tallies;
    }

    /** Through which rows, whoever's. */
    private record Way(Leaf like, Scope scope, List<Period> periods) {}

    @Override
    public Uni<Map<Cell, Tally>> of(Leaf leaf, Scope scope, List<Period> periods) {
        if (!leaf.by().isEmpty()) {
            return tallies.of(leaf, scope, periods);
        }
        var walk = walks.computeIfAbsent(new Way(leaf.like(), scope, periods), Walk::new);
        walk.leaves.add(leaf);
        return walk.answers.map(found -> found.getOrDefault(leaf, Map.of()));
    }

    /** Once through the rows of a way, for all leaves that go there. */
    private final class Walk {
        private final Way way;
        private final Set<Leaf> leaves = new LinkedHashSet<>();
        private final Uni<Map<Leaf, Map<Cell, Tally>>> answers =
                Uni.createFrom().deferred(this::answer).memoize().indefinitely();

        Walk(Way way) {
            this.way = way;
        }

        private Uni<Map<Leaf, Map<Cell, Tally>>> answer() {
            var parts = parts(List.copyOf(leaves)).map(this::answer).toList();
            return Uni.join().all(parts).andFailFast().map(found -> {
                Map<Leaf, Map<Cell, Tally>> all = new HashMap<>();
                found.forEach(all::putAll);
                return all;
            });
        }

        private Uni<Map<Leaf, Map<Cell, Tally>>> answer(List<Leaf> part) {
            if (part.size() == 1) {
                var only = part.getFirst();
                return tallies.of(only, way.scope(), way.periods()).map(found -> Map.of(only, found));
            }
            var told = Told.to(part);
            var query = TallyQuery.telling(way.like(), told, way.scope(), way.periods());
            return tallies.rows(query).map(rows -> {
                var seen = new ArrayList<Seen>();
                rows.forEach(row -> seen.add(Seen.of(row)));
                Map<Leaf, Map<Cell, Tally>> found = new HashMap<>();
                part.forEach(leaf -> found.put(leaf, taken(leaf, told.bits(leaf), seen)));
                return found;
            });
        }
    }

    /** In as many parts as are needed for what is told to have room in the bits of a number. */
    private static Stream<List<Leaf>> parts(List<Leaf> leaves) {
        int half = leaves.size() / 2;
        return half == 0 || Told.to(leaves).size() <= BITS
                ? Stream.of(leaves)
                : Stream.concat(parts(leaves.subList(0, half)), parts(leaves.subList(half, leaves.size())));
    }

    private static Map<Cell, Tally> taken(Leaf leaf, long bits, List<Seen> seen) {
        var rows = Rows.of(leaf);
        Map<Cell, Taken> taken = new HashMap<>();
        for (var row : seen) {
            if (row.rows() == rows && (row.meets() & bits) == bits) {
                taken.computeIfAbsent(row.cell(), _ -> new Taken(leaf)).take(row);
            }
        }
        Map<Cell, Tally> tallied = new HashMap<>();
        taken.forEach((cell, it) -> tallied.put(cell, it.tally()));
        return tallied;
    }
}
