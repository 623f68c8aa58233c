package org.bitacora.projections.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.projections.indicator.IndicatorCatalogue;
import org.bitacora.projections.indicator.change.ChangeDetector;
import org.bitacora.projections.projector.TestLog;
import org.bitacora.projections.relay.ChangeRelay.RelayedChanges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that a channel receives the changes of observations despite failures. */
class ChangeRelayIT {

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private final TestLog testLog = new TestLog(DATABASE);
    private final String channel = UUID.randomUUID().toString();
    private final List<RelayedChanges> delivered = new ArrayList<>();

    private ChangeRelay relay() {
        var relay =
                new ChangeRelay(testLog.pool(), channel, new ChangeDetector(testLog.pool(), IndicatorCatalogue.read()));
        relay.addNewLogs();
        return relay;
    }

    private void visit(String territory) {
        testLog.register(territory);
        testLog.append(territory, "v-1", "visit.received", "{\"start\": \"2014-05-12\"}");
        testLog.projectAll();
    }

    private static void runAllPasses(ChangeRelay relay, Consumer<RelayedChanges> deliver) {
        while (relay.runPass(deliver)) {
            // until nothing is left
        }
    }

    private List<String> visits(String territory) {
        return delivered.stream()
                .filter(it -> it.territory().equals(territory))
                .flatMap(it -> it.changes().stream())
                .filter(it -> it.definition().code().value().equals("bahia.visits"))
                .map(it -> it.period().name())
                .toList();
    }

    @Test
    void changesAreDeliveredOnce() {
        visit("c-one");
        var relay = relay();

        runAllPasses(relay, delivered::add);
        runAllPasses(relay, delivered::add);

        assertThat(visits("c-one")).containsExactly("2014", "2014-05");
    }

    @Test
    void changesAreDeliveredAgainAfterAFailure() {
        visit("c-two");
        var relay = relay();

        assertThatThrownBy(() -> runAllPasses(relay, _ -> {
                    throw new IllegalStateException("It did not arrive");
                }))
                .hasMessage("It did not arrive");
        runAllPasses(relay, delivered::add);

        assertThat(visits("c-two")).containsExactly("2014", "2014-05");
    }

    @Test
    void aTerritoryThatCannotBeComparedDoesNotBlockOthers() throws SQLException {
        visit("c-bad");
        visit("c-good");
        testLog.execute(
                "update activity_version set quantities = '{\"volunteers\": \"many\"}' where territory = 'c-bad'");
        var relay = relay();
        try {
            for (int i = 0; i < 20; i++) {
                try {
                    runAllPasses(relay, delivered::add);
                } catch (IllegalStateException _) {
                    // c-bad cannot be compared
                }
            }

            assertThat(visits("c-good")).containsExactly("2014", "2014-05");
            assertThat(visits("c-bad")).isEmpty();
        } finally {
            testLog.execute("update activity_version set quantities = '{}' where territory = 'c-bad'");
        }
    }
}
