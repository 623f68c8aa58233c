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
import org.bitacora.http.Labels;

/** {@code ./bitacora import}: sends a spreadsheet to a running server, shows how far it has come, and what came of it. */
public final class ImportCommand {

    /** As in sysexits.h. */
    static final int USAGE = 64;

    private static final int REJECTED = 1;
    private static final int NO_INPUT = 66;
    private static final int UNAVAILABLE = 69;
    private static final int NO_PERMISSION = 77;
    private static final long LOOK_MILLIS = 250;

    private final ImportOptions options;
    private final Labels labels;
    private final PrintStream out;
    private final PrintStream err;

    ImportCommand(ImportOptions options, Locale language, PrintStream out, PrintStream err) {
        this.options = options;
        this.labels = Labels.forLanguage(language);
        this.out = out;
        this.err = err;
    }

    /** Runs it; ends with 0 where no row was rejected, 1 where some were, and more where it could not begin. */
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
        if (!Files.isReadable(options.file())) {
            return failed(NO_INPUT, "nofile", options.file());
        }
        if (options.mapping().filter(it -> !Files.isReadable(it)).isPresent()) {
            return failed(NO_INPUT, "nofile", options.mapping().get());
        }
        if (options.key().isEmpty()) {
            return failed(NO_PERMISSION, "nokey");
        }
        try (var importClient = new ImportClient(options)) {
            return run(importClient);
        } catch (ConnectException _) {
            return failed(UNAVAILABLE, "unreachable", options.url());
        } catch (IOException e) {
            err.println(e.getMessage());
            return UNAVAILABLE;
        }
    }

    private int run(ImportClient importClient) throws IOException, InterruptedException {
        err.println(text("importing", options.file().getFileName(), options.territory()));
        var begun = importClient.submit();
        if (begun.status() >= 400) {
            return reportRefusal(begun);
        }
        var ended = awaitEnd(importClient, begun.body());
        if (options.dryRun()) {
            importClient.forEachOutcome(ended, this::show);
        } else {
            ended.path("errors").forEach(this::showError);
        }
        summarise(ended);
        int rejected = ended.path("rows").path("rejected").asInt();
        return rejected == 0 && ended.path("status").asText().equals("done") ? 0 : REJECTED;
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
        return serverReply.status() == 401 || serverReply.status() == 403 ? NO_PERMISSION : REJECTED;
    }

    private JsonNode awaitEnd(ImportClient importClient, JsonNode begun) throws IOException, InterruptedException {
        var progressBar = new ProgressBar(err, Boolean.getBoolean("bitacora.terminal"));
        var shown = begun;
        while (shown.path("endedAt").isMissingNode()) {
            progressBar.show(rows(shown, "done"), rows(shown, "total"));
            Thread.sleep(LOOK_MILLIS);
            var serverReply = importClient.fetchProgress(begun);
            if (serverReply.status() >= 400 && serverReply.status() != 503) {
                throw new IOException(serverReply.body().path("detail").asText());
            }
            shown = serverReply.status() == 503 ? shown : serverReply.body();
        }
        progressBar.finish(rows(shown, "done"), rows(shown, "total"));
        return shown;
    }

    private static int rows(JsonNode shown, String name) {
        return shown.path("rows").path(name).asInt();
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

    private void showError(JsonNode error) {
        err.println("  " + text("row", error.path("row").asText()) + "  "
                + error.path("column").asText() + "  «" + error.path("value").asText() + "»  "
                + error.path("reason").asText());
    }

    private void summarise(JsonNode ended) {
        int rejected = rows(ended, "rejected");
        if (!options.dryRun() && rejected > ended.path("errors").size()) {
            err.println(text("more", options.url() + ended.path("outcomes").asText() + "?outcome=rejected"));
        }
        out.println(text(
                "rows",
                rows(ended, "done"),
                rows(ended, "new"),
                rows(ended, "corrected"),
                rows(ended, "unchanged"),
                rejected,
                rows(ended, "skipped")));
        if (options.dryRun()) {
            out.println(text("dry"));
        } else if (ended.path("status").asText().equals("refused")) {
            out.println(text("refused"));
        } else if (ended.has("detail")) {
            out.println(ended.path("detail").asText());
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
