package org.bitacora.projections.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitacora.domain.activity.Activity;
import org.bitacora.domain.activity.ActivityEvent;
import org.bitacora.domain.activity.ActivityFold;
import org.bitacora.eventlog.Entry;

/**
 * Folds the events of one activity into versions: one version for every position that changes the state. The versions do
 * not depend on how the events are divided into batches, so a rebuild produces the same rows.
 */
public final class ActivityVersionBuilder {

    private final String territory;
    private final String activity;
    private final ActivityFold fold;
    private final List<ActivityVersion> newVersions = new ArrayList<>();
    private Optional<Activity> state = Optional.empty();
    private Optional<String> source;
    private boolean isStateStale;

    /**
     * An activity whose versions exist as far as the fold has events.
     *
     * @param source that first stated it; empty where nothing is known yet
     */
    public ActivityVersionBuilder(String territory, String activity, ActivityFold fold, Optional<String> source) {
        this.territory = territory;
        this.activity = activity;
        this.fold = fold;
        this.source = source;
        this.isStateStale = source.isPresent();
    }

    /** The fold of all its events. */
    public ActivityFold fold() {
        return fold;
    }

    /** Who first stated the activity. */
    public Optional<String> source() {
        return source;
    }

    /** Adds an event that has been projected before: its version is already stored. */
    public void addRecorded(Entry entry, ActivityEvent event) {
        addEvent(entry, event);
        isStateStale = true;
    }

    /** Adds an event that has not been projected: adds a version if the event changes the state. */
    public void addNew(Entry entry, ActivityEvent event) {
        if (isStateStale) {
            state = Optional.of(fold.activity());
            isStateStale = false;
        }
        addEvent(entry, event);
        var next = fold.activity();
        if (!state.equals(Optional.of(next))) {
            add(entry, next);
        }
    }

    private void addEvent(Entry entry, ActivityEvent event) {
        source = source.or(() -> Optional.of(entry.key().source()));
        fold.add(event);
    }

    private void add(Entry entry, Activity next) {
        if (!newVersions.isEmpty()) {
            newVersions.add(newVersions.removeLast().endedAt(entry.position()));
        }
        newVersions.add(new ActivityVersion(
                territory,
                activity,
                source.orElseThrow(),
                entry.position(),
                OptionalLong.empty(),
                entry.recordedAt(),
                next));
        state = Optional.of(next);
    }

    /** Returns the added versions, in log order; only the last one can be open. */
    public List<ActivityVersion> newVersions() {
        return List.copyOf(newVersions);
    }
}
