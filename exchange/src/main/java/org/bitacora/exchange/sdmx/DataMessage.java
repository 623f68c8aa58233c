package org.bitacora.exchange.sdmx;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A data message that is ready to be sent.
 *
 * @param first the first parts, already computed
 * @param rest the reader of the remaining parts
 */
record DataMessage(DataMessageWriter writer, List<MessagePart> first, MessagePartReader rest) {

    private static final int CHUNK = 65_536;

    DataMessage {
        first = List.copyOf(first);
    }

    /** Writes the message. The parts are computed while the message is being written. */
    void writeTo(OutputStream stream) throws IOException {
        try (rest) {
            var out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), CHUNK);
            var text = new StringBuilder();
            out.write(writer.begin());
            for (var parts = first; !parts.isEmpty(); parts = rest.next()) {
                parts.forEach(it -> writer.write(it, text));
                out.append(text);
                text.setLength(0);
            }
            out.write(writer.end());
            out.flush();
        }
    }
}
