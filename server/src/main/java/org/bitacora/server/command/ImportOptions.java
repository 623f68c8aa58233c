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
 * @param task what the command does
 * @param territory the code of the territory
 * @param key the access key; empty if none was found
 * @param url the URL of the server
 */
record ImportOptions(ImportTask task, String territory, String key, String url) {

    static final String USAGE = """
            ./bitacora import FILE --territory T [--mapping M] [--dry-run] [--all] [--url URL]
            ./bitacora import --undo ID --territory T [--url URL]; see --help""";

    private static final String FILE = "";
    private static final String UNDO = "--undo";

    /** What the command does. */
    sealed interface ImportTask {

        /**
         * Imports a file.
         *
         * @param file the spreadsheet
         * @param mapping the column mapping; empty if the file is a template
         * @param dryRun whether to report outcomes without storing anything
         * @param all whether to store nothing if any row is rejected
         */
        record UploadTask(Path file, Optional<Path> mapping, boolean dryRun, boolean all) implements ImportTask {}

        /** Undoes the import with this id. */
        record UndoTask(String id) implements ImportTask {}
    }

    /** Parses the command line; empty if it is not valid. */
    static Optional<ImportOptions> parse(String[] arguments, Map<String, String> environment) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i++) {
            var argument = arguments[i];
            switch (argument) {
                case "--dry-run", "--all" -> values.put(argument, argument);
                case "--territory", "--mapping", "--url", UNDO -> {
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
        return values.containsKey("--territory")
                        && values.getOrDefault("--url", "http://").matches("https?://.*")
                ? task(values).map(it -> parse(it, values, environment))
                : Optional.empty();
    }

    /** Returns the task; empty if the options name none or contradict each other. */
    private static Optional<ImportTask> task(Map<String, String> values) {
        var file = Optional.ofNullable(values.get(FILE));
        var id = Optional.ofNullable(values.get(UNDO));
        if (id.isPresent()) {
            boolean isUndo = file.isEmpty()
                    && !values.containsKey("--mapping")
                    && !values.containsKey("--dry-run")
                    && !values.containsKey("--all");
            return id.filter(_ -> isUndo).map(ImportTask.UndoTask::new);
        }
        return file.map(it -> new ImportTask.UploadTask(
                Path.of(it),
                Optional.ofNullable(values.get("--mapping")).map(Path::of),
                values.containsKey("--dry-run"),
                values.containsKey("--all")));
    }

    private static ImportOptions parse(ImportTask task, Map<String, String> values, Map<String, String> environment) {
        var url = Optional.ofNullable(values.get("--url"))
                .orElseGet(() -> "http://localhost:" + environment.getOrDefault("BITACORA_PORT", "8080"));
        return new ImportOptions(
                task,
                values.getOrDefault("--territory", ""),
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
