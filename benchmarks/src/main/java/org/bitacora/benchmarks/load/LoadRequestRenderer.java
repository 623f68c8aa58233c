package org.bitacora.benchmarks.load;

import io.vertx.core.buffer.Buffer;

/** Renders HTTP requests. */
public final class LoadRequestRenderer {

    private static final String EVENT = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";

    private final String authorization;

    public LoadRequestRenderer(String key) {
        this.authorization = "Authorization: Bearer " + key + "\r\n";
    }

    public static Buffer get(String path) {
        return Buffer.buffer("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n");
    }

    /** Renders a conditional GET with this entity tag. */
    public static Buffer getIfNoneMatch(String path, String tag) {
        return Buffer.buffer("GET " + path
                + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nIf-None-Match: " + tag + "\r\n\r\n");
    }

    public Buffer postEvent(Buffer event) {
        return render("POST /v1/events", EVENT, event);
    }

    public Buffer postBatch(Buffer events) {
        return render("POST /v1/events", BATCH, events);
    }

    public Buffer post(String path) {
        return render("POST " + path, "application/json", Buffer.buffer());
    }

    public Buffer putArchive(String path, byte[] zip) {
        return render("PUT " + path, "application/zip", Buffer.buffer(zip));
    }

    public Buffer put(String path, String json) {
        return render("PUT " + path, "application/json", Buffer.buffer(json));
    }

    public Buffer postForm(String path, String type, Buffer body) {
        return render("POST " + path, type, body);
    }

    /** Renders a GET with the access key. */
    public Buffer getAuthorized(String path) {
        return render("GET " + path, "application/json", Buffer.buffer());
    }

    private Buffer render(String line, String type, Buffer body) {
        return Buffer.buffer(body.length() + 300)
                .appendString(line)
                .appendString(" HTTP/1.1\r\nHost: localhost\r\n")
                .appendString(authorization)
                .appendString("Content-Type: ")
                .appendString(type)
                .appendString("\r\nContent-Length: ")
                .appendString(String.valueOf(body.length()))
                .appendString("\r\n\r\n")
                .appendBuffer(body);
    }
}
