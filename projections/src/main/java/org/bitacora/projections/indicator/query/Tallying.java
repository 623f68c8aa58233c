package org.bitacora.projections.indicator.query;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.Tally;
import org.bitacora.projections.indicator.Scope;

/** What leaves come to. */
interface Tallying {

    /** Of which group, and the index of the period. */
    record Cell(String group, int period) {}

    /** For each group and period; nothing where a leaf takes nothing. */
    Uni<Map<Cell, Tally>> of(Leaf leaf, Scope scope, List<Period> periods);
}
