package org.bitacora.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.bitacora.server.testing.ContractCoverage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests that the tests of this build received every status that the contract documents for an operation. Maven runs
 * this class after all others.
 */
@Tag("coverage")
class ContractCoverageIT {

    /** The statuses of shared mechanisms. Tests provoke them once for each mechanism, not for each operation. */
    private static final Set<String> OF_MECHANISMS = Set.of("406", "413", "414", "415", "503");

    /** The status of errors of the server, which no request provokes. */
    private static final String SERVER_ERROR = "500";

    @Test
    void everyDocumentedStatusWasReceived() throws IOException {
        var missing = documented();
        missing.removeAll(ContractCoverage.recorded());

        assertThat(missing).isEmpty();
    }

    @Test
    void everyMechanismWasProvoked() throws IOException {
        assertThat(ContractCoverage.recorded())
                .extracting(line -> line.substring(line.indexOf(' ') + 1))
                .containsAll(OF_MECHANISMS);
    }

    private static Set<String> documented() throws IOException {
        var documented = new TreeSet<String>();
        for (var path : contract().path("paths")) {
            for (var operation : path) {
                operation.path("responses").fieldNames().forEachRemaining(status -> {
                    if (!OF_MECHANISMS.contains(status) && !status.equals(SERVER_ERROR)) {
                        documented.add(operation.path("operationId").asText() + " " + status);
                    }
                });
            }
        }
        assertThat(documented).hasSizeGreaterThan(100);
        return documented;
    }

    private static JsonNode contract() throws IOException {
        return new YAMLMapper().readTree(Path.of("../openapi/openapi.yaml").toFile());
    }
}
