package org.bitacora.eventlog.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-8 as RFC 3629 has it. Jackson also takes overlong forms and surrogates, which other readers read differently. */
final class Utf8 {

    private static final int CHUNK = 4_096;
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /** Whether bytes are text. A string is made of short ones, as that is fastest: what is no text becomes a mark there. */
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

    /** The text without the mark that some editors put before it, and RFC 8259 (section 8.1) lets a reader ignore. */
    static byte[] withoutByteOrderMark(byte[] text) {
        boolean marked = text.length >= 3 && text[0] == (byte) 0xef && text[1] == (byte) 0xbb && text[2] == (byte) 0xbf;
        return marked ? Arrays.copyOfRange(text, 3, text.length) : text;
    }
}
