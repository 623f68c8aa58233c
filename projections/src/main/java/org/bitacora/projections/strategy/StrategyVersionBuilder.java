package org.bitacora.projections.strategy;

import java.util.ArrayList;
import java.util.List;
import org.bitacora.domain.strategy.StrategyDocument;
import org.bitacora.domain.strategy.StrategyEvent;
import org.bitacora.eventlog.Entry;

/** Follows what is said of one strategy: a version for every position that changes it. */
public final class StrategyVersionBuilder {

    private final String strategy;
    private final List<StrategyVersion> made = new ArrayList<>();
    private StrategyDocument document = StrategyDocument.EMPTY;

    /** A strategy of which nothing is known yet. */
    public StrategyVersionBuilder(String strategy) {
        this.strategy = strategy;
    }

    /** What was said before; its versions exist already. */
    public void addRecorded(StrategyEvent event) {
        document = document.apply(event);
    }

    /** What is said now. */
    public void addNew(Entry entry, StrategyEvent event) {
        var before = document;
        addRecorded(event);
        if (!document.equals(before)) {
            made.add(new StrategyVersion(entry.territory(), strategy, entry.position(), entry.recordedAt(), document));
        }
    }

    /** The versions that were made, in their order. */
    public List<StrategyVersion> newVersions() {
        return List.copyOf(made);
    }
}
