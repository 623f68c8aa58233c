package org.bitacora.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The responses that the tests of this build received, as lines {@code operationId status} of a file. The tests of
 * several JVMs write to it; {@code ContractCoverageIT} reads it after all of them.
 */
public final class ContractCoverage {

    private static final Path FILE = Path.of("target/contract-coverage.txt");
    private static final Set<String> RECORDED = ConcurrentHashMap.newKeySet();

    private ContractCoverage() {}

    /** Records that an operation responded with a status. */
    public static void record(String operationId, int status) {
        var line = operationId + " " + status;
        if (RECORDED.add(line)) {
            try {
                Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Returns the recorded lines. */
    public static Set<String> recorded() {
        try {
            return new TreeSet<>(Files.readAllLines(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
