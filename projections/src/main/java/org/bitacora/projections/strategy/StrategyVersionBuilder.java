package org.bitacora.projections.strategy;

import java.util.ArrayList;
import java.util.List;
import org.bitacora.domain.strategy.StrategyDocument;
import org.bitacora.domain.strategy.StrategyEvent;
import org.bitacora.eventlog.Entry;

/** Folds the events of one strategy: adds a version for every position that changes the strategy. */
public final class StrategyVersionBuilder {

    private final String strategy;
    private final List<StrategyVersion> versions = new ArrayList<>();
    private StrategyDocument document = StrategyDocument.EMPTY;

    /** Creates a builder for a strategy without events. */
    public StrategyVersionBuilder(String strategy) {
        this.strategy = strategy;
    }

    /** Adds an event that has been projected before: its version is already stored. */
    public void addRecorded(StrategyEvent event) {
        document = document.apply(event);
    }

    /** Adds an event that has not been projected: adds a version if the event changes the strategy. */
    public void addNew(Entry entry, StrategyEvent event) {
        var before = document;
        addRecorded(event);
        if (!document.equals(before)) {
            versions.add(
                    new StrategyVersion(entry.territory(), strategy, entry.position(), entry.recordedAt(), document));
        }
    }

    /** Returns the added versions, in log order. */
    public List<StrategyVersion> newVersions() {
        return List.copyOf(versions);
    }
}
