package org.bitacora.projections.indicator.query;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.indicator.MeasureResult;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.indicator.TerritoryScope;

/** Computes the results of measure queries. */
interface TallySource {

    /** The group and the index of the period. */
    record TallyKey(String group, int period) {}

    /** Returns the result for each group and period; cells without rows are absent. */
    Uni<Map<TallyKey, MeasureResult>> tally(MeasureQuery measureQuery, TerritoryScope scope, List<Period> periods);
}
