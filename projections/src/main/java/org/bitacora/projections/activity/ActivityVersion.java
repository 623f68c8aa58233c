package org.bitacora.projections.activity;

import java.time.Instant;
import java.util.OptionalLong;
import org.bitacora.domain.activity.Activity;

/**
 * A state of an activity, and the log positions between which it was the latest knowledge.
 *
 * @param territory the territory of the activity
 * @param activity the name of the activity
 * @param source the source of the activity's first event
 * @param knownFrom the position of the entry that started this version
 * @param knownTo the position of the entry that ended this version; empty if the version is current
 * @param recordedAt when the entry at {@code knownFrom} was recorded
 * @param state the state of the activity
 */
public record ActivityVersion(
        String territory,
        String activity,
        String source,
        long knownFrom,
        OptionalLong knownTo,
        Instant recordedAt,
        Activity state) {

    /** Returns this version with its end set to a position. */
    ActivityVersion endedAt(long position) {
        return new ActivityVersion(
                territory, activity, source, knownFrom, OptionalLong.of(position), recordedAt, state);
    }
}
