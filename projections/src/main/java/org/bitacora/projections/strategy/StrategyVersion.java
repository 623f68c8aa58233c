package org.bitacora.projections.strategy;

import java.time.Instant;
import org.bitacora.domain.strategy.StrategyDocument;

/**
 * A version of a strategy: its document from a position of its territory's log on.
 *
 * @param territory the territory of the strategy
 * @param strategy the code of the strategy
 * @param position the position of the entry that started this version
 * @param recordedAt when that entry was recorded
 * @param document the content of the strategy
 */
public record StrategyVersion(
        String territory, String strategy, long position, Instant recordedAt, StrategyDocument document) {}
