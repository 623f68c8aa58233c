package org.bitacora.api.assembly;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says about a start (design, section 8).
 *
 * @param data the data directory: {@code BITACORA_DATA}
 * @param outside the outside PostgreSQL: {@code BITACORA_DB_URL}, {@code _DB_USER}, {@code _DB_PASSWORD}
 * @param unsafe whether a PostgreSQL with durability off is taken: {@code BITACORA_ALLOW_UNSAFE_DATABASE=true}
 */
public record Launch(Path data, Optional<Database> outside, boolean unsafe) {

    /** What that environment says. */
    public static Launch of(Map<String, String> environment) {
        var url = Optional.ofNullable(environment.get("BITACORA_DB_URL")).filter(it -> !it.isBlank());
        return new Launch(
                Path.of(environment.getOrDefault("BITACORA_DATA", ".bitacora")),
                url.map(it -> Database.outside(
                        it,
                        environment.getOrDefault("BITACORA_DB_USER", "bitacora"),
                        environment.getOrDefault("BITACORA_DB_PASSWORD", ""))),
                "true".equalsIgnoreCase(environment.get("BITACORA_ALLOW_UNSAFE_DATABASE")));
    }
}
