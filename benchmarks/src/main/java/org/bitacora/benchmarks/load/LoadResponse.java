package org.bitacora.benchmarks.load;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** An HTTP/1.1 response: status, raw head and body. */
public record LoadResponse(int status, String head, Buffer body) {

    private static final int STATUS_AT = "HTTP/1.1 ".length();
    /** Parses a response; empty if it is not complete yet. */
    static Optional<LoadResponse> parse(Buffer received) {
        int end = endOfHead(received);
        if (end < 0) {
            return Optional.empty();
        }
        var head = received.getString(0, end, StandardCharsets.ISO_8859_1.name());
        int status = Integer.parseInt(head, STATUS_AT, STATUS_AT + 3, 10);
        return body(status, head, received.slice(end, received.length()))
                .map(body -> new LoadResponse(status, head, body));
    }

    private static int endOfHead(Buffer received) {
        for (int i = 3; i < received.length(); i++) {
            if (received.getByte(i) == '\n' && received.getByte(i - 2) == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private static Optional<Buffer> body(int status, String head, Buffer rest) {
        if (status == 204 || status == 304) {
            return Optional.of(Buffer.buffer());
        }
        if (header(head, "transfer-encoding").isPresent()) {
            return decodeChunks(rest);
        }
        int length = header(head, "content-length").map(Integer::parseInt).orElse(0);
        return rest.length() < length ? Optional.empty() : Optional.of(rest.slice(0, length));
    }

    private static Optional<Buffer> decodeChunks(Buffer rest) {
        var body = Buffer.buffer();
        for (int at = 0; at < rest.length(); ) {
            int line = at;
            while (line < rest.length() && rest.getByte(line) != '\n') {
                line++;
            }
            if (line >= rest.length()) {
                return Optional.empty();
            }
            int length = Integer.parseInt(rest.getString(at, line).strip(), 16);
            if (rest.length() < line + length + 3) {
                return Optional.empty();
            }
            if (length == 0) {
                return Optional.of(body);
            }
            body.appendBuffer(rest.slice(line + 1, line + 1 + length));
            at = line + length + 3;
        }
        return Optional.empty();
    }

    /** Returns a header by its name in lower case. */
    public Optional<String> header(String name) {
        return header(head, name);
    }

    private static Optional<String> header(String head, String name) {
        int at = head.toLowerCase(Locale.ROOT).indexOf("\n" + name + ":");
        if (at < 0) {
            return Optional.empty();
        }
        int from = at + name.length() + 2;
        return Optional.of(head.substring(from, head.indexOf('\r', from)).strip());
    }

    public boolean bodyStartsWith(String text) {
        return body.length() >= text.length()
                && body.getString(0, text.length()).equals(text);
    }

    /** Returns the status and the beginning of the body, for messages. */
    @Override
    public String toString() {
        return status + " " + body.getString(0, Math.min(500, body.length()));
    }
}
