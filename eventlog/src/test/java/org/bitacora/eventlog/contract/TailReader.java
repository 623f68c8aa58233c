package org.bitacora.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.eventlog.contract.LogFixture.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.EventLog;

/** A reader that follows logs while they are written, each from its last known position. */
final class TailReader implements Callable<Map<String, List<Entry>>> {

    private static final int PAGE = 7;

    private final EventLog log;
    private final BooleanSupplier done;
    private final Map<String, List<Entry>> seen = new HashMap<>();

    /** Follows the logs until {@code done}, then reads them to their ends. */
    TailReader(EventLog log, List<String> territories, BooleanSupplier done) {
        this.log = log;
        this.done = done;
        territories.forEach(territory -> seen.put(territory, new ArrayList<>()));
    }

    @Override
    public Map<String, List<Entry>> call() {
        boolean last = false;
        for (boolean more = true; more || !last; ) {
            last = done.getAsBoolean();
            more = round();
        }
        return seen;
    }

    private boolean round() {
        boolean more = false;
        for (var log : seen.entrySet()) {
            more |= readOn(log.getKey(), log.getValue());
        }
        return more;
    }

    private boolean readOn(String territory, List<Entry> known) {
        var page = answer(log.read(territory, known.size(), PAGE));
        for (var entry : page) {
            assertThat(entry.position()).isEqualTo(known.size() + 1L);
            if (!known.isEmpty()) {
                assertThat(entry.recordedAt()).isAfterOrEqualTo(known.getLast().recordedAt());
            }
            known.add(entry);
        }
        return !page.isEmpty();
    }
}
