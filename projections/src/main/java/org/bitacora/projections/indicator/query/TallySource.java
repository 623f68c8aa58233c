package org.bitacora.projections.indicator.query;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.indicator.MeasureResult;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.indicator.Scope;

/** What leaves come to. */
interface TallySource {

    /** Of which group, and the index of the period. */
    record TallyKey(String group, int period) {}

    /** For each group and period; nothing where a leaf takes nothing. */
    Uni<Map<TallyKey, MeasureResult>> tally(MeasureQuery measureQuery, Scope scope, List<Period> periods);
}
