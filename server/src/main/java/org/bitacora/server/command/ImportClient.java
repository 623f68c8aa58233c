package org.bitacora.server.command;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.bitacora.server.command.ImportOptions.ImportTask.UndoTask;
import org.bitacora.server.command.ImportOptions.ImportTask.UploadTask;

/** A client of the import resources of a running server. */
final class ImportClient implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ImportOptions options;
    private final Locale language;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    ImportClient(ImportOptions options, Locale language) {
        this.options = options;
        this.language = language;
    }

    /** A response of the server. */
    record ServerReply(int status, JsonNode body) {}

    /** Submits a file. */
    ServerReply submit(UploadTask task) throws IOException, InterruptedException {
        var boundary = UUID.randomUUID().toString();
        var query = "?wait=0&mode=" + (task.all() ? "all" : "each") + "&dryRun=" + task.dryRun();
        return send(request(importsPath() + query)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(form(task, boundary))
                .build());
    }

    /** Undoes an import. */
    ServerReply undo(UndoTask task) throws IOException, InterruptedException {
        return send(request(importsPath() + "/" + encode(task.id()) + "/undo")
                .POST(BodyPublishers.noBody())
                .build());
    }

    private String importsPath() {
        return "/v1/territories/" + encode(options.territory()) + "/imports";
    }

    private static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8);
    }

    private static BodyPublisher form(UploadTask task, String boundary) throws IOException {
        var parts = new ArrayList<BodyPublisher>();
        if (task.mapping().isPresent()) {
            parts.add(partHeader(boundary, "name=\"mapping\"", "text/plain; charset=UTF-8"));
            parts.add(BodyPublishers.ofFile(task.mapping().get()));
        }
        parts.add(partHeader(
                boundary, "name=\"file\"; filename=\"" + name(task.file()) + "\"", "application/octet-stream"));
        parts.add(BodyPublishers.ofFile(task.file()));
        parts.add(BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceAll("[\"\\p{Cntrl}]", "_");
    }

    private static BodyPublisher partHeader(String boundary, String disposition, String type) {
        return BodyPublishers.ofString("\r\n--" + boundary + "\r\nContent-Disposition: form-data; " + disposition
                + "\r\nContent-Type: " + type + "\r\n\r\n");
    }

    /** Returns the state of an import. */
    ServerReply fetchProgress(JsonNode submitted) throws IOException, InterruptedException {
        return get("/v1/territories/" + submitted.path("territory").asText() + "/imports/"
                + submitted.path("id").asText());
    }

    /** Passes the outcome of each row to {@code each}. */
    void forEachOutcome(JsonNode completed, Consumer<JsonNode> each) throws IOException, InterruptedException {
        var next = completed.path("outcomes").asText() + "?limit=1000";
        while (!next.isEmpty()) {
            var serverReply = get(next);
            if (serverReply.status() >= 400) {
                throw new IOException(serverReply.body().path("detail").asText());
            }
            var page = serverReply.body();
            page.path("items").forEach(each);
            next = page.path("next").asText("");
        }
    }

    private ServerReply get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(options.url() + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Accept-Language", language.getLanguage())
                .header("Authorization", "Bearer " + options.key());
    }

    private ServerReply send(HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, BodyHandlers.ofByteArray());
        try {
            return new ServerReply(response.statusCode(), MAPPER.readTree(response.body()));
        } catch (JacksonException e) {
            throw new IOException(
                    "HTTP " + response.statusCode() + " without JSON. Check that a Bitácora server is running at "
                            + options.url() + ".",
                    e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
