package org.bitacora.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Checks that every test of the contract fails against a log that does nothing. */
class EventLogContractTest {

    @Test
    void everyTestOfTheContractFailsAgainstALogThatDoesNothing() {
        var contractTestListener = new ContractTestListener();

        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(NoOpLogFixture.class))
                                .build(),
                        contractTestListener);

        assertThat(contractTestListener.failed).hasSizeGreaterThan(50);
        assertThat(contractTestListener.others).isEmpty();
    }

    private static final class ContractTestListener implements TestExecutionListener {
        private final List<String> failed = new ArrayList<>();
        private final List<String> others = new ArrayList<>();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                (result.getStatus() == Status.FAILED ? failed : others).add(test.getDisplayName());
            }
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            others.add(test.getDisplayName() + ": " + reason);
        }
    }
}
