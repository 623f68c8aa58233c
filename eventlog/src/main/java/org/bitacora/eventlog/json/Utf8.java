package org.bitacora.eventlog.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Strict UTF-8 (RFC 3629). Jackson also accepts overlong forms and surrogates, which other readers decode differently.
 */
final class Utf8 {

    private static final int CHUNK = 4_096;
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /**
     * Returns whether the bytes are well-formed UTF-8. Short inputs are decoded into a string, which is fastest;
     * malformed bytes become the replacement character there.
     */
    static boolean isWellFormed(byte[] text) {
        return (text.length <= CHUNK && new String(text, StandardCharsets.UTF_8).indexOf(REPLACEMENT) < 0)
                || isDecodable(text);
    }

    private static boolean isDecodable(byte[] text) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var bytes = ByteBuffer.wrap(text);
        var chars = CharBuffer.allocate(Math.min(text.length + 1, CHUNK));
        var result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            chars.clear();
            result = decoder.decode(bytes, chars, true);
        }
        return result.isUnderflow();
    }

    /**
     * Returns the text without a leading byte order mark, which some editors write and which RFC 8259 (section 8.1)
     * allows a reader to ignore.
     */
    static byte[] withoutByteOrderMark(byte[] text) {
        boolean marked = text.length >= 3 && text[0] == (byte) 0xef && text[1] == (byte) 0xbb && text[2] == (byte) 0xbf;
        return marked ? Arrays.copyOfRange(text, 3, text.length) : text;
    }
}
