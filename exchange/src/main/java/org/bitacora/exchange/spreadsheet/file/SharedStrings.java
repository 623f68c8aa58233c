package org.bitacora.exchange.spreadsheet.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bitacora.domain.refusal.Detail;

/** The texts of a workbook that its cells refer to by their index. They are kept in memory. */
final class SharedStrings {

    private static final long MAX_CHARACTERS = 48L << 20;

    private SharedStrings() {}

    /** Throws if the part is too large to be kept in memory according to the size that the file states. */
    static void checkSize(WorkbookParts parts, String part) throws UnreadableFileException {
        if (parts.has(part) && parts.size(part) > MAX_CHARACTERS) {
            throw tooLarge();
        }
    }

    static List<String> read(WorkbookParts parts, String part) throws IOException {
        var strings = new ArrayList<String>();
        long characters = 0;
        if (!parts.has(part)) {
            return strings;
        }
        try (var xml = new PartXmlReader(parts.open(part))) {
            while (xml.nextElement()) {
                if (xml.isAt("si")) {
                    var text = RichTextReader.read(xml, "si");
                    strings.add(text);
                    characters += text.length();
                    if (characters > MAX_CHARACTERS) {
                        throw tooLarge();
                    }
                }
            }
        }
        return strings;
    }

    private static UnreadableFileException tooLarge() {
        return new UnreadableFileException(
                Detail.of("The workbook is too large when uncompressed; save only the sheet, or save it as CSV."));
    }
}
