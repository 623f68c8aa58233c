package org.bitacora.exchange.spreadsheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.bitacora.domain.activity.PartialDate;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.exchange.spreadsheet.mapping.Mapping;
import org.bitacora.exchange.spreadsheet.mapping.SheetCell;
import org.bitacora.exchange.spreadsheet.mapping.SheetRow;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a sheet of a workbook (Office Open XML). A number with a date format is a date. */
final class XlsxRowReader implements SheetRowReader {

    /** The maximum uncompressed size of a workbook. A file of a few kilobytes can expand to gigabytes. */
    private static final long MOST_BYTES = 1L << 30;

    private static final long MOST_STRING_BYTES = 48L << 20;
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final int MOST_DIGITS = 400;
    private static final int PROPERTIES_WITHIN = 64 * 1024;
    private static final Pattern SINCE_1904 = Pattern.compile("date1904=[\"']1[\"']");
    private static final int DAYS_TO_1904 = 1_462;
    private static final MathContext AS_SHOWN = new MathContext(15);
    private static final Pattern NOT_OF_THE_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|;.*");

    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final int laterDays;
    private int number;

    private XlsxRowReader(ReadableWorkbook workbook, Stream<org.dhatim.fastexcel.reader.Row> stream, int laterDays) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
        this.laterDays = laterDays;
    }

    static XlsxRowReader of(Path file, Mapping.SheetLayout sheetLayout) throws IOException {
        int laterDays = dateOffset(file);
        ReadableWorkbook workbook;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (IOException | RuntimeException e) {
            throw broken(e);
        }
        try {
            return new XlsxRowReader(
                    workbook, sheet(workbook, sheetLayout.sheet()).openStream(), laterDays);
        } catch (UnreadableFileException e) {
            workbook.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw broken(e);
        }
    }

    /**
     * The number of days to add to the dates of the library, which recognizes the 1904 date system only if the
     * attribute is {@code true}.
     */
    private static int dateOffset(Path file) throws IOException {
        check(file);
        try (var zip = new ZipFile(file.toFile());
                var in = zip.getInputStream(zip.getEntry(WORKBOOK))) {
            var start = new String(in.readNBytes(PROPERTIES_WITHIN), StandardCharsets.UTF_8);
            return SINCE_1904.matcher(start).find() ? DAYS_TO_1904 : 0;
        }
    }

    private static void check(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.getEntry(WORKBOOK) == null) {
                throw new UnreadableFileException(
                        Detail.of("The file is a ZIP file but not an .xlsx workbook; save it as .xlsx or CSV."));
            }
            long size = zip.stream().mapToLong(it -> Math.max(0, it.getSize())).sum();
            var strings = zip.getEntry("xl/sharedStrings.xml");
            if (size > MOST_BYTES || (strings != null && strings.getSize() > MOST_STRING_BYTES)) {
                throw new UnreadableFileException(Detail.of(
                        "The workbook is too large when uncompressed; save only the sheet, or save it as CSV."));
            }
        } catch (ZipException e) {
            throw broken(e);
        }
    }

    private static UnreadableFileException broken(Exception e) {
        return new UnreadableFileException(
                Detail.of("The workbook is corrupt or not readable; save it again as .xlsx, or as CSV."), e);
    }

    private static Sheet sheet(ReadableWorkbook workbook, Optional<String> name) throws UnreadableFileException {
        var sheets = workbook.getSheets().toList();
        if (name.isPresent()) {
            return sheets.stream()
                    .filter(it -> it.getName().strip().equalsIgnoreCase(name.get()))
                    .findFirst()
                    .orElseThrow(() -> new UnreadableFileException(Detail.of(
                            "The workbook has no sheet '{0}'; its sheets are {1}.",
                            name.get(),
                            String.join(
                                    ", ", sheets.stream().map(Sheet::getName).toList()))));
        }
        return sheets.stream()
                .filter(it -> it.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseThrow(() -> new UnreadableFileException(Detail.of("The workbook has no visible sheet.")));
    }

    @Override
    public Optional<SheetRow> next() throws IOException {
        try {
            if (!rows.hasNext()) {
                return Optional.empty();
            }
            var row = rows.next();
            number = row.getRowNum();
            return Optional.of(new SheetRow(number, row.stream().map(this::cell).toList()));
        } catch (RuntimeException e) {
            throw new UnreadableFileException(
                    Detail.of("The workbook is corrupt after row {0}; save it again as .xlsx, or as CSV.", number), e);
        }
    }

    private SheetCell cell(org.dhatim.fastexcel.reader.@Nullable Cell cell) {
        if (cell == null || cell.getValue() == null) {
            return SheetCell.BLANK;
        }
        if (cell.getType() == CellType.ERROR) {
            return new SheetCell.ErrorCell(cell.getText());
        }
        return number(cell).map(number -> numericCell(cell, number)).orElseGet(() -> text(cell));
    }

    private static SheetCell text(org.dhatim.fastexcel.reader.Cell cell) {
        var text = cell.getText();
        return cell.getType() == CellType.FORMULA && text.matches("#(N/A|REF!|VALUE!|DIV/0!|NAME\\?|NULL!|NUM!)")
                ? new SheetCell.ErrorCell(text)
                : SheetCell.of(text);
    }

    private static Optional<BigDecimal> number(org.dhatim.fastexcel.reader.Cell cell) {
        return cell.getValue() instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
    }

    private SheetCell numericCell(org.dhatim.fastexcel.reader.Cell cell, BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            return new SheetCell.ErrorCell(cell.getAddress().toString());
        }
        var format = cell.getDataFormatString();
        int precision = format == null ? 0 : datePrecision(format);
        if (precision == 0 || number.signum() <= 0) {
            return new SheetCell.NumberCell(number.round(AS_SHOWN));
        }
        var day = cell.asDate().toLocalDate().plusDays(laterDays).toString();
        return PartialDate.of(day.substring(0, precision))
                .<SheetCell>map(SheetCell.DateCell::new)
                .orElseGet(() -> new SheetCell.NumberCell(number));
    }

    /** The number of characters of a date such as 2014-05-12 that a format shows; 0 if it is not a date format. */
    private static int datePrecision(String format) {
        var signs = NOT_OF_THE_FORMAT.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        boolean year = signs.contains("y");
        boolean month = signs.contains("m");
        boolean day = signs.contains("d");
        if (day && month) {
            return "2014-05-12".length();
        }
        if (!year || signs.contains("0") || signs.contains("#")) {
            return 0;
        }
        return month ? "2014-05".length() : "2014".length();
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
