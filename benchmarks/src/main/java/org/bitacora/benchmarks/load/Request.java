package org.bitacora.benchmarks.load;

import io.vertx.core.buffer.Buffer;

/** Requests, rendered. */
public final class Request {

    private static final String EVENT = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";

    private final String authorization;

    public Request(String key) {
        this.authorization = "Authorization: Bearer " + key + "\r\n";
    }

    public static Buffer get(String path) {
        return Buffer.buffer("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n");
    }

    /** Asks whether it has changed since the answer of that tag. */
    public static Buffer getUnless(String path, String tag) {
        return Buffer.buffer("GET " + path
                + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nIf-None-Match: " + tag + "\r\n\r\n");
    }

    public Buffer event(Buffer event) {
        return with("POST /v1/events", EVENT, event);
    }

    public Buffer batch(Buffer events) {
        return with("POST /v1/events", BATCH, events);
    }

    public Buffer post(String path) {
        return with("POST " + path, "application/json", Buffer.buffer());
    }

    public Buffer archive(String path, byte[] zip) {
        return with("PUT " + path, "application/zip", Buffer.buffer(zip));
    }

    public Buffer put(String path, String json) {
        return with("PUT " + path, "application/json", Buffer.buffer(json));
    }

    public Buffer form(String path, String type, Buffer body) {
        return with("POST " + path, type, body);
    }

    /** As who has the key. */
    public Buffer getAs(String path) {
        return with("GET " + path, "application/json", Buffer.buffer());
    }

    private Buffer with(String line, String type, Buffer body) {
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
