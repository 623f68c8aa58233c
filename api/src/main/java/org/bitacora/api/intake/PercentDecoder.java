package org.bitacora.api.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** The percent encoding of CloudEvents attributes in HTTP headers (HTTP binding, 3.1.3.2). A plus sign is a plus sign. */
final class PercentDecoder {

    private PercentDecoder() {}

    /** Returns the decoded text; empty if the encoded bytes are not UTF-8. A percent sign without two hex digits stays. */
    static Optional<String> decode(String value) {
        if (value.indexOf('%') < 0) {
            return Optional.of(value);
        }
        var bytes = new ByteArrayOutputStream();
        int at = 0;
        while (at < value.length()) {
            if (isEncoded(value, at)) {
                bytes.write(HexFormat.fromHexDigits(value, at + 1, at + 3));
                at += 3;
            } else {
                int end = value.offsetByCodePoints(at, 1);
                bytes.writeBytes(value.substring(at, end).getBytes(StandardCharsets.UTF_8));
                at = end;
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static boolean isEncoded(String value, int at) {
        return value.charAt(at) == '%'
                && at + 2 < value.length()
                && HexFormat.isHexDigit(value.charAt(at + 1))
                && HexFormat.isHexDigit(value.charAt(at + 2));
    }
}
