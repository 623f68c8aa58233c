package org.bitacora.exchange.spreadsheet.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.exchange.spreadsheet.file.WorkbookParts.PartRelationship;
import org.bitacora.exchange.spreadsheet.mapping.Mapping;
import org.bitacora.exchange.spreadsheet.mapping.SheetCell;
import org.bitacora.exchange.spreadsheet.mapping.SheetRow;

/**
 * Reads the rows of a sheet of a workbook (Office Open XML, ECMA-376), transitional or strict. Parts are found by their
 * relationships. A row or cell without a reference follows the one before it. Rows without content are skipped.
 */
final class XlsxRowReader implements SheetRowReader {

    private static final int MAX_COLUMNS = 16_384;

    private final WorkbookParts parts;
    private final PartXmlReader sheet;
    private final XlsxCellReader cellReader;
    private int number;

    private XlsxRowReader(WorkbookParts parts, PartXmlReader sheet, XlsxCellReader cellReader) {
        this.parts = parts;
        this.sheet = sheet;
        this.cellReader = cellReader;
    }

    static XlsxRowReader of(Path file, Mapping.SheetLayout sheetLayout) throws IOException {
        WorkbookParts parts;
        try {
            parts = WorkbookParts.open(file);
        } catch (ZipException e) {
            throw corrupt(e);
        }
        try {
            return open(parts, sheetLayout);
        } catch (UnreadableFileException e) {
            parts.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw corrupt(e);
        }
    }

    private static XlsxRowReader open(WorkbookParts parts, Mapping.SheetLayout sheetLayout) throws IOException {
        var workbook = Workbook.read(parts);
        var sheetPart = workbook.sheetPart(sheetLayout.sheet());
        var strings = workbook.partOfType("sharedStrings");
        var styles = workbook.partOfType("styles");
        var cellReader = new XlsxCellReader(
                strings.isPresent() ? SharedStrings.read(parts, strings.get()) : List.of(),
                styles.isPresent() ? readFormats(parts, styles.get()) : new NumberFormats(),
                workbook.epochOffset());
        return new XlsxRowReader(parts, new PartXmlReader(parts.open(sheetPart)), cellReader);
    }

    private static NumberFormats readFormats(WorkbookParts parts, String part) throws IOException {
        try (var xml = new PartXmlReader(parts.open(part))) {
            return NumberFormats.read(xml);
        }
    }

    private static UnreadableFileException corrupt(Exception e) {
        return new UnreadableFileException(
                Detail.of("The workbook is corrupt or not readable; save it again as .xlsx, or as CSV."), e);
    }

    @Override
    public Optional<SheetRow> next() throws IOException {
        try {
            while (sheet.next() && !sheet.isAfter("sheetData")) {
                if (sheet.isAt("row")) {
                    var row = row();
                    if (!row.isBlank()) {
                        return Optional.of(row);
                    }
                }
            }
            return Optional.empty();
        } catch (UnreadableFileException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableFileException(
                    Detail.of("The workbook is corrupt after row {0}; save it again as .xlsx, or as CSV.", number), e);
        }
    }

    private SheetRow row() throws IOException {
        number = sheet.attribute("r").map(Integer::parseInt).orElse(number + 1);
        var cells = new ArrayList<SheetCell>();
        int column = -1;
        while (sheet.next() && !sheet.isAfter("row")) {
            if (sheet.isAt("c")) {
                var reference = sheet.attribute("r");
                column = reference.isPresent() ? columnOf(reference.get()) : column + 1;
                put(cells, column, cellReader.read(sheet));
            }
        }
        return new SheetRow(number, cells);
    }

    private static void put(List<SheetCell> cells, int column, SheetCell cell) throws IOException {
        if (column < 0 || column >= MAX_COLUMNS) {
            throw new IOException("A cell is in column " + column);
        }
        while (cells.size() <= column) {
            cells.add(SheetCell.BLANK);
        }
        cells.set(column, cell);
    }

    /** Returns the index of the column of a reference such as {@code AB12}; the first column, A, is 0. */
    private static int columnOf(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)) && i < 4; i++) {
            column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
        }
        return column - 1;
    }

    @Override
    public void close() throws IOException {
        try (parts) {
            sheet.close();
        }
    }

    /**
     * The workbook part: its sheets and its date system.
     *
     * @param sheets the sheets with cells, in the order of their tabs; charts are left out
     * @param epochOffset the number of days to add to date numbers: 1,462 in the 1904 date system
     */
    private record Workbook(
            List<WorksheetEntry> sheets, Map<String, String> partsByType, int epochOffset, String folder) {

        private static final int DAYS_TO_1904 = 1_462;
        private static final String CONVENTIONAL_PART = "xl/workbook.xml";

        private record WorksheetEntry(String name, boolean isVisible, String part) {}

        static Workbook read(WorkbookParts parts) throws IOException {
            var part = parts.relationships("").stream()
                    .filter(it -> it.type().equals("officeDocument"))
                    .map(PartRelationship::target)
                    .filter(parts::has)
                    .findFirst()
                    .orElse(CONVENTIONAL_PART);
            if (!parts.has(part)) {
                throw new UnreadableFileException(
                        Detail.of("The file is a ZIP file but not an .xlsx workbook; save it as .xlsx or CSV."));
            }
            Map<String, PartRelationship> byId = new HashMap<>();
            Map<String, String> byType = new HashMap<>();
            parts.relationships(part).forEach(it -> {
                byId.put(it.id(), it);
                byType.putIfAbsent(it.type(), it.target());
            });
            SharedStrings.checkSize(parts, byType.getOrDefault("sharedStrings", folderOf(part) + "sharedStrings.xml"));
            try (var xml = new PartXmlReader(parts.open(part))) {
                return read(xml, byId, byType, folderOf(part));
            }
        }

        private static String folderOf(String part) {
            return part.substring(0, part.lastIndexOf('/') + 1);
        }

        private static Workbook read(
                PartXmlReader xml, Map<String, PartRelationship> byId, Map<String, String> byType, String folder)
                throws IOException {
            var sheets = new ArrayList<WorksheetEntry>();
            int epochOffset = 0;
            int ordinal = 0;
            while (xml.nextElement()) {
                if (xml.isAt("workbookPr") && isTrue(xml.attribute("date1904").orElse(""))) {
                    epochOffset = DAYS_TO_1904;
                } else if (xml.isAt("sheet")) {
                    ordinal++;
                    var conventional = folder + "worksheets/sheet" + ordinal + ".xml";
                    var target = byId.isEmpty()
                            ? Optional.of(conventional)
                            : xml.attribute("id")
                                    .map(byId::get)
                                    .filter(it -> it.type().equals("worksheet"))
                                    .map(PartRelationship::target);
                    var name = xml.attribute("name").orElse("");
                    boolean isVisible = xml.attribute("state").orElse("visible").equals("visible");
                    target.ifPresent(it -> sheets.add(new WorksheetEntry(name, isVisible, it)));
                }
            }
            return new Workbook(sheets, byType, epochOffset, folder);
        }

        private static boolean isTrue(String value) {
            return value.equals("1") || value.equals("true");
        }

        Optional<String> partOfType(String type) {
            return Optional.ofNullable(partsByType.get(type));
        }

        /** Returns the part of the sheet with a name, or of the first visible sheet. */
        String sheetPart(Optional<String> name) throws UnreadableFileException {
            if (name.isPresent()) {
                return sheets.stream()
                        .filter(it -> it.name().strip().equalsIgnoreCase(name.get()))
                        .findFirst()
                        .map(WorksheetEntry::part)
                        .orElseThrow(() -> new UnreadableFileException(Detail.of(
                                "The workbook has no sheet '{0}'; its sheets are {1}.",
                                name.get(),
                                sheets.stream().map(WorksheetEntry::name).toList())));
            }
            return sheets.stream()
                    .filter(WorksheetEntry::isVisible)
                    .findFirst()
                    .map(WorksheetEntry::part)
                    .orElseThrow(() -> new UnreadableFileException(Detail.of("The workbook has no visible sheet.")));
        }
    }
}
