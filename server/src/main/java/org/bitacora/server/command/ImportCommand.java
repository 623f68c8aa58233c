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
        this.labels = Labels.in(language);
        this.out = out;
        this.err = err;
    }

    /** Runs it; ends with 0 where no row was rejected, 1 where some were, and more where it could not begin. */
    public static void main(String... arguments) throws InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        var options = ImportOptions.of(arguments, System.getenv());
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
        try (var server = new Server(options)) {
            return run(server);
        } catch (ConnectException _) {
            return failed(UNAVAILABLE, "unreachable", options.url());
        } catch (IOException e) {
            err.println(e.getMessage());
            return UNAVAILABLE;
        }
    }

    private int run(Server server) throws IOException, InterruptedException {
        err.println(text("importing", options.file().getFileName(), options.territory()));
        var begun = server.begin();
        if (begun.status() >= 400) {
            return refused(begun);
        }
        var ended = followed(server, begun.body());
        if (options.dryRun()) {
            server.outcomes(ended, this::show);
        } else {
            ended.path("errors").forEach(this::showError);
        }
        summarise(ended);
        int rejected = ended.path("rows").path("rejected").asInt();
        return rejected == 0 && ended.path("status").asText().equals("done") ? 0 : REJECTED;
    }

    private int refused(Server.Answer answer) {
        if (answer.status() == 404) {
            return failed(REJECTED, "unknown", options.territory());
        }
        err.println(answer.body().path("detail").asText());
        answer.body()
                .path("errors")
                .forEach(it -> err.println("  " + it.path("pointer").asText() + "  "
                        + it.path("detail").asText()));
        return answer.status() == 401 || answer.status() == 403 ? NO_PERMISSION : REJECTED;
    }

    private JsonNode followed(Server server, JsonNode begun) throws IOException, InterruptedException {
        var bar = new Bar(err, Boolean.getBoolean("bitacora.terminal"));
        var shown = begun;
        while (shown.path("endedAt").isMissingNode()) {
            bar.show(rows(shown, "done"), rows(shown, "total"));
            Thread.sleep(LOOK_MILLIS);
            var answer = server.look(begun);
            if (answer.status() >= 400 && answer.status() != 503) {
                throw new IOException(answer.body().path("detail").asText());
            }
            shown = answer.status() == 503 ? shown : answer.body();
        }
        bar.end(rows(shown, "done"), rows(shown, "total"));
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
                numbers(outcome),
                outcome.path("activity").asText(),
                labels.of("outcome", outcome.path("outcome").asText()),
                String.join(" ", events)));
        outcome.path("errors").forEach(this::showError);
    }

    private String numbers(JsonNode outcome) {
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
