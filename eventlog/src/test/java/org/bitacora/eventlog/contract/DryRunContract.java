package org.bitacora.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.eventlog.contract.LogFixture.answer;
import static org.bitacora.eventlog.contract.LogFixture.drafts;
import static org.bitacora.eventlog.testing.VisitDraft.visit;

import java.util.List;
import org.bitacora.domain.refusal.Refusal.Conflict;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.AppendResult;
import org.bitacora.eventlog.AppendResult.Duplicate;
import org.bitacora.eventlog.AppendResult.NotAttempted;
import org.bitacora.eventlog.AppendResult.Refused;
import org.bitacora.eventlog.AppendResult.Stored;
import org.bitacora.eventlog.testing.VisitDraft;
import org.junit.jupiter.api.Test;

/** A dry run returns the results of an append without storing anything. */
interface DryRunContract extends LogFixture {

    private List<AppendResult> dryRun(AppendMode appendMode, VisitDraft... visits) {
        return answer(log().dryRun(drafts(visits), appendMode));
    }

    @Test
    default void aDryRunReturnsTheResultsOfAnAppendAndStoresNothing() {
        var territory = newLog();
        VisitDraft[] batch = {
            visit(territory, "a").withPrivatePart("{}"),
            visit(territory, "beginning"),
            visit(territory, "beginning").withData("{}")
        };
        List<AppendResult> expected =
                List.of(new Stored(2), new Duplicate(1), new Refused(new Conflict("s", "beginning", 1)));

        assertThat(dryRun(AppendMode.EACH, batch)).isEqualTo(expected);
        assertThat(dryRun(AppendMode.EACH, batch)).isEqualTo(expected);
        assertThat(readAll(territory)).hasSize(1);
        assertThat(append(batch)).isEqualTo(expected);
    }

    @Test
    default void anAtomicDryRunStoresNothing() {
        var territory = newLog();

        assertThat(dryRun(
                        AppendMode.ATOMIC,
                        visit(territory, "a"),
                        visit(territory, "beginning").withData("{}")))
                .containsExactly(new NotAttempted(), new Refused(new Conflict("s", "beginning", 1)));
        assertThat(dryRun(AppendMode.ATOMIC, visit(territory, "a"))).containsExactly(new Stored(2));
        assertThat(readAll(territory)).hasSize(1);
    }

    @Test
    default void aDryRunCreatesNoLog() {
        var territory = territory();

        assertThat(dryRun(AppendMode.EACH, visit(territory, "a"))).containsExactly(new Stored(1));
        assertThat(answer(log().headPosition(territory))).isEmpty();
    }
}
