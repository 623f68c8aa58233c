package org.bitacora.projections.indicator;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitacora.domain.indicator.Tally;
import org.bitacora.domain.indicator.Value;

/** What a leaf has taken of the rows of {@link TallyQuery#telling}. */
sealed interface Taken {

    /** Takes one more. */
    void take(Row row);

    /** What it came to. */
    Tally tally();

    /** Amounts add up. */
    final class Amounts implements Taken {
        private BigDecimal sum = BigDecimal.ZERO;
        private long stated;
        private long unplaced;
        private final Set<String> missing = new HashSet<>();

        @Override
        public void take(Row row) {
            sum = sum.add(row.getBigDecimal("value"));
            stated += row.getLong("stated");
            unplaced += row.getLong("unplaced");
            var more = row.getArrayOfStrings("missing");
            if (more != null) {
                missing.addAll(List.of(more));
            }
        }

        @Override
        public Tally tally() {
            return new Tally(Tallies.value(sum, stated, missing), unplaced, 0, 0, Map.of());
        }
    }

    /** A thing counts once. */
    final class Things implements Taken {
        private final Set<String> placed = new HashSet<>();
        private final Set<String> unplaced = new HashSet<>();

        @Override
        public void take(Row row) {
            (row.getBoolean("placed") ? placed : unplaced).add(row.getString("thing"));
        }

        @Override
        public Tally tally() {
            return new Tally(Value.of(BigDecimal.valueOf(placed.size())), unplaced.size(), 0, 0, Map.of());
        }
    }
}
