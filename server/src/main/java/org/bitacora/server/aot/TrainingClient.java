package org.bitacora.server.aot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An HTTP client that fails on every error response. */
final class TrainingClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final String key;
    private int succeeded;

    TrainingClient(URI server, String key) {
        this.server = server;
        this.key = key;
    }

    int answeredRequests() {
        return succeeded;
    }

    void put(String path, String json) {
        send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    /** Sends a GET, and a conditional GET if the response has an entity tag. */
    void get(String path) {
        var first = send(request(path));
        first.headers().firstValue("ETag").ifPresent(tag -> send(request(path).header("If-None-Match", tag)));
    }

    /** Posts the bodies concurrently. */
    void postEach(String type, List<String> bodies) {
        var responses = bodies.stream()
                .map(body -> request("/v1/events").header("Content-Type", type).POST(BodyPublishers.ofString(body)))
                .map(request -> client.sendAsync(request.build(), BodyHandlers.ofString()))
                .toList();
        responses.stream().map(CompletableFuture::join).forEach(this::expectSuccess);
    }

    /** Imports a spreadsheet. Fails if a row is rejected. */
    void importForm(String territory, String type, byte[] form) {
        var path = "/v1/territories/" + territory + "/imports?mode=all&wait=60";
        var response = send(request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(form)));
        if (!response.body().contains("\"rejected\":0")) {
            throw new IllegalStateException("Some rows were rejected: " + response.body());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .header("Accept-Language", "es");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return expectSuccess(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException("The application did not respond", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private HttpResponse<String> expectSuccess(HttpResponse<String> response) {
        if (response.statusCode() >= 400) {
            throw new IllegalStateException(
                    response.uri() + " returned status " + response.statusCode() + ": " + response.body());
        }
        succeeded++;
        return response;
    }
}
