package org.bitacora.server.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The launch options from the environment and the command line.
 *
 * @param data the data directory: {@code BITACORA_DATA}
 * @param externalDatabase the external PostgreSQL: {@code BITACORA_DB_URL}, {@code _DB_USER}, {@code _DB_PASSWORD}
 * @param allowUnsafeDatabase whether a PostgreSQL with durability off is accepted: {@code
 *     BITACORA_ALLOW_UNSAFE_DATABASE=true}
 * @param kafka the options of the embedded Kafka broker: {@code --kafka}
 * @param configurationError why the application cannot start with these options
 */
public record LaunchOptions(
        Path data,
        Optional<DatabaseAddress> externalDatabase,
        boolean allowUnsafeDatabase,
        Optional<EmbeddedKafkaOptions> kafka,
        Optional<String> configurationError) {

    private static final Predicate<String> PORT = it -> it.matches("[1-9][0-9]{0,4}") && Integer.parseInt(it) <= 65_535;

    /**
     * The options of the embedded Kafka broker.
     *
     * @param libraries the folder with its jars: {@code BITACORA_KAFKA_LIBRARIES}, set by the launcher
     * @param port its port: {@code BITACORA_KAFKA_PORT}
     */
    public record EmbeddedKafkaOptions(Path libraries, int port) {}

    /** Parses the environment and the arguments. */
    public static LaunchOptions parse(Map<String, String> environment, List<String> arguments) {
        var url = setting(environment, "BITACORA_DB_URL");
        boolean isKafka = arguments.contains("--kafka");
        return new LaunchOptions(
                Path.of(environment.getOrDefault("BITACORA_DATA", ".bitacora")),
                url.map(it -> DatabaseAddress.fromUrl(
                        it,
                        environment.getOrDefault("BITACORA_DB_USER", "bitacora"),
                        environment.getOrDefault("BITACORA_DB_PASSWORD", ""))),
                "true".equalsIgnoreCase(environment.get("BITACORA_ALLOW_UNSAFE_DATABASE")),
                isKafka ? Optional.of(kafka(environment)) : Optional.empty(),
                isKafka ? configurationError(environment) : Optional.empty());
    }

    private static EmbeddedKafkaOptions kafka(Map<String, String> environment) {
        return new EmbeddedKafkaOptions(
                Path.of(setting(environment, "BITACORA_KAFKA_LIBRARIES").orElse("deploy/kafka/target/lib")),
                setting(environment, "BITACORA_KAFKA_PORT")
                        .filter(PORT)
                        .map(Integer::parseInt)
                        .orElse(9092));
    }

    private static Optional<String> configurationError(Map<String, String> environment) {
        if (setting(environment, "BITACORA_KAFKA").isPresent()) {
            return Optional.of(
                    "--kafka and BITACORA_KAFKA cannot be combined: the first starts an embedded broker, the second names"
                            + " external brokers.");
        }
        return setting(environment, "BITACORA_KAFKA_PORT")
                .filter(PORT.negate())
                .map(it -> "BITACORA_KAFKA_PORT must be a port between 1 and 65535, not '" + it + "'.");
    }

    private static Optional<String> setting(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(it -> !it.isBlank());
    }
}
