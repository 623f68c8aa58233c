package org.bitacora.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitacora.http.Labels;
import org.bitacora.server.command.ImportOptions.ImportTask.UndoTask;
import org.bitacora.server.command.ImportOptions.ImportTask.UploadTask;

/**
 * The command {@code ./bitacora import}: submits a spreadsheet to a running server and shows its progress and its
 * result, or undoes an import.
 */
public final class ImportCommand {

    /** The exit status for a usage error. Exit statuses follow sysexits.h. */
    static final int USAGE = 64;

    private static final int REJECTED = 1;
    private static final int NO_INPUT = 66;
    private static final int UNAVAILABLE = 69;
    private static final int NO_PERMISSION = 77;
    private static final long POLL_MILLIS = 250;
    private static final int COUNT_WIDTH = 8;

    private final ImportOptions options;
    private final Locale language;
    private final Labels labels;
    private final PrintStream out;
    private final PrintStream err;

    ImportCommand(ImportOptions options, Locale language, PrintStream out, PrintStream err) {
        this.options = options;
        this.language = language;
        this.labels = Labels.forLanguage(language);
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command. Exits with 0 if no row was rejected, 1 if rows were rejected or the import was refused, and a
     * higher status if it could not start.
     */
    public static void main(String... arguments) throws InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        var options = ImportOptions.parse(arguments, System.getenv());
        if (options.isEmpty()) {
            err.println(ImportOptions.USAGE);
            System.exit(USAGE);
        } else {
            System.exit(new ImportCommand(options.get(), language(), out, err).run());
        }
    }

    private static Locale language() {
        var language = Locale.getDefault();
        return switch (language.getLanguage()) {
            case "es", "pt" -> language;
            default -> Locale.ENGLISH;
        };
    }

    int run() throws InterruptedException {
        if (options.task() instanceof UploadTask task) {
            var unreadable = Stream.concat(Stream.of(task.file()), task.mapping().stream())
                    .filter(it -> !Files.isReadable(it))
                    .findFirst();
            if (unreadable.isPresent()) {
                return failed(NO_INPUT, "nofile", unreadable.get());
            }
        }
        if (options.key().isEmpty()) {
            return failed(NO_PERMISSION, "nokey");
        }
        try (var importClient = new ImportClient(options, language)) {
            return switch (options.task()) {
                case UploadTask task -> upload(importClient, task);
                case UndoTask task -> undo(importClient, task);
            };
        } catch (ConnectException _) {
            return failed(UNAVAILABLE, "unreachable", options.url());
        } catch (IOException e) {
            err.println(e.getMessage());
            return UNAVAILABLE;
        }
    }

    private int undo(ImportClient importClient, UndoTask task) throws IOException, InterruptedException {
        err.println(text("undo", task.id(), options.territory()));
        var reply = importClient.undo(task);
        if (reply.status() >= 400) {
            err.println(reply.body().path("detail").asText());
            return refusalStatus(reply);
        }
        int events = reply.body().path("events").asInt();
        out.println(events == 0 ? text("nothing", task.id()) : text("undone", task.id(), events));
        return 0;
    }

    private int upload(ImportClient importClient, UploadTask task) throws IOException, InterruptedException {
        err.println(text("importing", task.file().getFileName(), options.territory()));
        var submitted = importClient.submit(task);
        if (submitted.status() >= 400) {
            return reportRefusal(submitted);
        }
        var completed = awaitEnd(importClient, submitted.body());
        if (task.dryRun()) {
            importClient.forEachOutcome(completed, this::show);
        } else {
            completed.path("errors").forEach(this::showError);
        }
        summarise(completed, task);
        int rejected = completed.path("rows").path("rejected").asInt();
        return rejected == 0 && completed.path("status").asText().equals("done") ? 0 : REJECTED;
    }

    private int reportRefusal(ImportClient.ServerReply serverReply) {
        if (serverReply.status() == 404) {
            return failed(REJECTED, "unknown", options.territory());
        }
        err.println(serverReply.body().path("detail").asText());
        serverReply
                .body()
                .path("errors")
                .forEach(it -> err.println("  " + it.path("pointer").asText() + "  "
                        + it.path("detail").asText()));
        return refusalStatus(serverReply);
    }

    private static int refusalStatus(ImportClient.ServerReply serverReply) {
        return serverReply.status() == 401 || serverReply.status() == 403 ? NO_PERMISSION : REJECTED;
    }

    private JsonNode awaitEnd(ImportClient importClient, JsonNode submitted) throws IOException, InterruptedException {
        var progressBar = new ProgressBar(err, Boolean.getBoolean("bitacora.terminal"));
        var progress = submitted;
        while (progress.path("endedAt").isMissingNode()) {
            progressBar.show(rows(progress, "done"), rows(progress, "total"));
            Thread.sleep(POLL_MILLIS);
            var serverReply = importClient.fetchProgress(submitted);
            if (serverReply.status() >= 400 && serverReply.status() != 503) {
                throw new IOException(serverReply.body().path("detail").asText());
            }
            progress = serverReply.status() == 503 ? progress : serverReply.body();
        }
        progressBar.finish(rows(progress, "done"), rows(progress, "total"));
        return progress;
    }

    private static int rows(JsonNode progress, String name) {
        return progress.path("rows").path(name).asInt();
    }

    private void show(JsonNode outcome) {
        var events = Optional.of(outcome.path("events")).stream()
                .flatMap(it -> it.valueStream())
                .map(it -> it.path("type").asText().replace("org.bitacora.", ""))
                .toList();
        out.println(String.join(
                "\t",
                rowNumbers(outcome),
                outcome.path("activity").asText(),
                labels.of("outcome", outcome.path("outcome").asText()),
                String.join(" ", events)));
        outcome.path("errors").forEach(this::showError);
    }

    private String rowNumbers(JsonNode outcome) {
        return text(
                "row",
                String.join(
                        ",",
                        outcome.path("rows").valueStream().map(JsonNode::asText).toList()));
    }

    private void showErrorGroup(JsonNode group) {
        err.println("  "
                + text(
                        "group",
                        group.path("column").asText(),
                        group.path("reason").asText(),
                        group.path("count").asText(),
                        joined(group.path("rows"))));
    }

    private static String joined(JsonNode items) {
        return String.join(", ", items.valueStream().map(JsonNode::asText).toList());
    }

    private void showError(JsonNode error) {
        err.println("  " + text("row", error.path("row").asText()) + "  "
                + error.path("column").asText() + "  «" + error.path("value").asText() + "»  "
                + error.path("reason").asText());
    }

    private void showWarning(JsonNode warning) {
        var column = warning.path("column").asText();
        var reason = warning.path("reason").asText();
        err.println(
                column.isEmpty()
                        ? text("warning", reason)
                        : text(
                                "warning-column",
                                column,
                                warning.path("count").asText(),
                                joined(warning.path("rows")),
                                reason));
        warning.path("values").forEach(it -> err.println("  «" + it.asText() + "»"));
    }

    private void showColumnValues(JsonNode column) {
        err.println(text(
                "values", column.path("column").asText(), column.path("member").asText()));
        column.path("values").forEach(this::showValue);
        if (column.path("more").asInt() > 0) {
            err.println("          " + text("more-values", column.path("more").asText()));
        }
    }

    private void showValue(JsonNode value) {
        boolean isUnlisted = !value.path("mapped").asBoolean(true);
        err.println(" "
                        .repeat(Math.max(
                                1, COUNT_WIDTH - value.path("count").asText().length()))
                + value.path("count").asText()
                + "  " + value.path("value").asText()
                + (isUnlisted ? "  (" + text("unlisted") + ")" : ""));
    }

    private void showMergedRows(JsonNode completed) {
        if (rows(completed, "merged") > 0) {
            err.println(text("merged", rows(completed, "merged"), firstRows(completed, "merged")));
        }
        if (rows(completed, "repeated") > 0) {
            err.println(text("repeated", rows(completed, "repeated"), firstRows(completed, "repeated")));
        }
    }

    private static String firstRows(JsonNode completed, String name) {
        var first = completed.path(name + "Rows");
        return joined(first) + (rows(completed, name) > first.size() ? ", …" : "");
    }

    private void summarise(JsonNode completed, UploadTask task) {
        int rejected = rows(completed, "rejected");
        completed.path("columnValues").forEach(this::showColumnValues);
        completed.path("errorGroups").forEach(this::showErrorGroup);
        completed.path("warnings").forEach(this::showWarning);
        showMergedRows(completed);
        if (!task.dryRun() && rejected > completed.path("errors").size()) {
            err.println(text("more", options.url() + completed.path("outcomes").asText() + "?outcome=rejected"));
        }
        if (!completed.path("unreadColumns").isEmpty()) {
            err.println(text("unread", joined(completed.path("unreadColumns"))));
        }
        out.println(text(
                "rows",
                rows(completed, "done"),
                rows(completed, "new"),
                rows(completed, "corrected"),
                rows(completed, "unchanged"),
                rejected,
                rows(completed, "skipped"),
                rows(completed, "activities")));
        if (!task.dryRun() && completed.has("position")) {
            err.println(text("id", completed.path("id").asText(), options.territory()));
        }
        if (task.dryRun()) {
            out.println(text("dry"));
        } else if (completed.path("status").asText().equals("refused")) {
            out.println(text("refused"));
        } else if (completed.has("detail")) {
            out.println(completed.path("detail").asText());
        }
        if (rejected > 0) {
            out.println(text("again"));
        }
    }

    private int failed(int status, String key, Object... values) {
        err.println(text(key, values));
        return status;
    }

    private String text(String key, Object... values) {
        var texts = Arrays.stream(values).map(Object::toString).toArray();
        return MessageFormat.format(labels.of("import", key).replace("'", "''"), texts);
    }
}
