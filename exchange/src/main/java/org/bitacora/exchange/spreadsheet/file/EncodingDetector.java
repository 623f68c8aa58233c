package org.bitacora.exchange.spreadsheet.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.refusal.Detail;

/**
 * Detects the encoding of a text file: the encoding of its byte order mark, else UTF-8 if the whole file is valid
 * UTF-8, else Windows-1252, the default of spreadsheet programs in western Europe and the Americas.
 */
final class EncodingDetector {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int LONGEST_MARK = 3;
    private static final Map<String, Charset> MARKS = Map.of(
            "\u00ef\u00bb\u00bf", StandardCharsets.UTF_8,
            "\u00ff\u00fe", StandardCharsets.UTF_16LE,
            "\u00fe\u00ff", StandardCharsets.UTF_16BE);

    private EncodingDetector() {}

    /** Opens a file in the named encoding, or in the detected one if none is named. */
    static Reader open(Path file, Optional<String> name) throws IOException {
        var mark = mark(file);
        var charset = name.isPresent()
                ? named(name.get())
                : Optional.ofNullable(MARKS.get(mark))
                        .or(() -> isUtf8(file) ? Optional.of(StandardCharsets.UTF_8) : Optional.empty())
                        .orElse(WINDOWS);
        var in = Files.newInputStream(file);
        in.skipNBytes(mark.length());
        return reader(in, charset);
    }

    private static Reader reader(InputStream in, Charset charset) {
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private static Charset named(String name) throws UnreadableFileException {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnreadableFileException(
                    Detail.of("Unknown encoding '{0}'; common ones are utf-8 and windows-1252.", name), e);
        }
    }

    private static String mark(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var start = new String(in.readNBytes(LONGEST_MARK), StandardCharsets.ISO_8859_1);
            return MARKS.keySet().stream().filter(start::startsWith).findFirst().orElse("");
        }
    }

    private static boolean isUtf8(Path file) {
        var buffer = new char[8_192];
        try (var reader = reader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            while (reader.read(buffer) >= 0) {}
            return true;
        } catch (CharacterCodingException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
