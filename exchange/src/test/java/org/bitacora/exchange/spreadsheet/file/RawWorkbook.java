package org.bitacora.exchange.spreadsheet.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook that a test writes part by part, to imitate programs that use rare features of the standard. */
final class RawWorkbook {

    private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private String types = TRANSITIONAL;

    RawWorkbook() {
        parts.put("_rels/.rels", relationships("w", "officeDocument", "xl/workbook.xml"));
        parts.put("xl/workbook.xml", """
                <workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="s"/></sheets></workbook>""");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relationships(
                        "s",
                        "worksheet",
                        "worksheets/sheet1.xml",
                        "t",
                        "styles",
                        "styles.xml",
                        "x",
                        "sharedStrings",
                        "sharedStrings.xml"));
        parts.put("xl/styles.xml", """
                <styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
                <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>""");
    }

    private String relationships(String... idTypeTarget) {
        var xml = new StringBuilder("<Relationships>");
        for (int i = 0; i < idTypeTarget.length; i += 3) {
            xml.append("<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
                    .formatted(idTypeTarget[i], types, idTypeTarget[i + 1], idTypeTarget[i + 2]));
        }
        return xml.append("</Relationships>").toString();
    }

    /** Sets the rows of the sheet. */
    RawWorkbook rows(String xml) {
        return part("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + xml + "</sheetData></worksheet>");
    }

    RawWorkbook sharedStrings(String xml) {
        return part("xl/sharedStrings.xml", "<sst>" + xml + "</sst>");
    }

    RawWorkbook part(String name, String xml) {
        parts.put(name, xml);
        return this;
    }

    RawWorkbook without(String name) {
        parts.remove(name);
        return this;
    }

    /** Uses the relationship types and namespaces of strict workbooks. */
    RawWorkbook strict() {
        parts.replaceAll((_, xml) -> xml.replace(TRANSITIONAL, STRICT)
                .replace("<worksheet>", "<worksheet xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\">"));
        types = STRICT;
        return this;
    }

    Path writeTo(Path file, String separator) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey().replace("/", separator)));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    Path writeTo(Path file) throws IOException {
        return writeTo(file, "/");
    }
}
