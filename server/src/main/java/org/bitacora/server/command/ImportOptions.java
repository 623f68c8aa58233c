package org.bitacora.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The command line options.
 *
 * @param file the spreadsheet
 * @param mapping the column mapping; empty if the file is a template
 * @param territory the code of the territory
 * @param dryRun whether to report outcomes without storing anything
 * @param all whether to store nothing if any row is rejected
 * @param key the access key; empty if none was found
 * @param url the URL of the server
 */
record ImportOptions(
        Path file, Optional<Path> mapping, String territory, boolean dryRun, boolean all, String key, String url) {

    static final String USAGE =
            "./bitacora import FILE --territory T [--mapping M] [--dry-run] [--all] [--url URL]; see --help";

    private static final String FILE = "";

    /** Parses the command line; empty if it is not valid. */
    static Optional<ImportOptions> parse(String[] arguments, Map<String, String> environment) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i++) {
            var argument = arguments[i];
            switch (argument) {
                case "--dry-run", "--all" -> values.put(argument, argument);
                case "--territory", "--mapping", "--url" -> {
                    i++;
                    if (i == arguments.length) {
                        return Optional.empty();
                    }
                    values.put(argument, arguments[i]);
                }
                default -> {
                    if (argument.startsWith("-") || values.put(FILE, argument) != null) {
                        return Optional.empty();
                    }
                }
            }
        }
        return values.containsKey(FILE)
                        && values.containsKey("--territory")
                        && values.getOrDefault("--url", "http://").matches("https?://.*")
                ? Optional.of(parse(values, environment))
                : Optional.empty();
    }

    private static ImportOptions parse(Map<String, String> values, Map<String, String> environment) {
        var url = Optional.ofNullable(values.get("--url"))
                .orElseGet(() -> "http://localhost:" + environment.getOrDefault("BITACORA_PORT", "8080"));
        return new ImportOptions(
                Path.of(values.getOrDefault(FILE, "")),
                Optional.ofNullable(values.get("--mapping")).map(Path::of),
                values.getOrDefault("--territory", ""),
                values.containsKey("--dry-run"),
                values.containsKey("--all"),
                key(environment),
                url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    private static String key(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("BITACORA_KEY"))
                .or(() -> Optional.ofNullable(environment.get("BITACORA_ADMIN_KEY")))
                .orElseGet(() -> readAdminKey(Path.of(environment.getOrDefault("BITACORA_DATA", ".bitacora"))))
                .strip();
    }

    private static String readAdminKey(Path data) {
        try {
            return Files.readString(data.resolve("admin.key"));
        } catch (IOException _) {
            return "";
        }
    }
}
