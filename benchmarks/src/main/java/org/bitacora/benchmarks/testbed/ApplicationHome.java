package org.bitacora.benchmarks.testbed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.benchmarks.progress.MeasurementException;

/** Where the application is, and how the launcher would start it. */
final class ApplicationHome {

    private static final String APPLICATION = "server/target/quarkus-app/quarkus-run.jar";

    private ApplicationHome() {}

    /** What starts the application, as {@code ./bitacora run} does. */
    static List<String> startCommand() {
        var application = homeFolder().resolve(APPLICATION);
        if (!Files.exists(application)) {
            throw new MeasurementException("There is no " + APPLICATION + " to measure: start by ./bitacora bench.");
        }
        List<String> command = new ArrayList<>();
        command.add(property("bitacora.java").orElse("java"));
        property("bitacora.java.args").ifPresent(it -> command.addAll(it.lines().toList()));
        command.add("-jar");
        command.add(application.toString());
        return command;
    }

    /** The jars of the broker. */
    static Path kafkaLibraries() {
        return homeFolder().resolve("deploy/kafka/target/lib");
    }

    /** A folder for data: not the system's temporary one, which may be kept in memory, where a commit costs nothing. */
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
