package org.bitacora.benchmarks.testbed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.benchmarks.progress.MeasurementException;

/** The location of the application and the command that the launcher would use. */
final class ApplicationHome {

    private static final String APPLICATION = "server/target/quarkus-app/quarkus-run.jar";

    private ApplicationHome() {}

    /** Returns the command that starts the application like {@code ./bitacora run}. */
    static List<String> startCommand() {
        var application = homeFolder().resolve(APPLICATION);
        if (!Files.exists(application)) {
            throw new MeasurementException("Not found: " + APPLICATION + ". Run ./bitacora bench, which builds it.");
        }
        List<String> command = new ArrayList<>();
        command.add(property("bitacora.java").orElse("java"));
        property("bitacora.java.args").ifPresent(it -> command.addAll(it.lines().toList()));
        command.add("-jar");
        command.add(application.toString());
        return command;
    }

    /** Returns the folder with the jars of the broker. */
    static Path kafkaLibraries() {
        return homeFolder().resolve("deploy/kafka/target/lib");
    }

    /**
     * Returns the folder for data. The temporary folder of the system is not used because it may be in memory, where a
     * commit costs nothing.
     */
    static Path scratchFolder() {
        return homeFolder().resolve("benchmarks/target/bench");
    }

    private static Path homeFolder() {
        return Path.of(property("bitacora.home").orElse("")).toAbsolutePath();
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name));
    }
}
