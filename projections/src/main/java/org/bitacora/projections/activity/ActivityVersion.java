package org.bitacora.projections.activity;

import java.time.Instant;
import java.util.OptionalLong;
import org.bitacora.domain.activity.Activity;

/**
 * A state of an activity and the positions between which it was the latest knowledge.
 *
 * @param territory whose
 * @param activity which
 * @param source who first stated it
 * @param knownFrom the position that made it so
 * @param knownTo the position that ended it; empty where it is current
 * @param recordedAt when the entry at {@code knownFrom} was recorded
 * @param state what was known
 */
public record ActivityVersion(
        String territory,
        String activity,
        String source,
        long knownFrom,
        OptionalLong knownTo,
        Instant recordedAt,
        Activity state) {

    /** This version, ended at that position. */
    ActivityVersion endedAt(long position) {
        return new ActivityVersion(
                territory, activity, source, knownFrom, OptionalLong.of(position), recordedAt, state);
    }
}
