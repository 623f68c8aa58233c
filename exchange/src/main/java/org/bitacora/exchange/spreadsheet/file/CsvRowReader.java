package org.bitacora.exchange.spreadsheet.file;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.exchange.spreadsheet.mapping.Mapping;
import org.bitacora.exchange.spreadsheet.mapping.SheetCell;
import org.bitacora.exchange.spreadsheet.mapping.SheetRow;

/** Reads the rows of a CSV file (RFC 4180). The delimiter is detected: semicolon, comma, tab or vertical bar. */
final class CsvRowReader implements SheetRowReader {

    /** The delimiters that are detected. */
    static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');

    private static final int LOOKED_AT = 64 * 1024;
    private static final int MOST_COLUMNS = 2_000;
    private static final String STATED = "sep=";
    private static final CsvMapper MAPPER =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    private final MappingIterator<String[]> records;
    private int number;

    private CsvRowReader(MappingIterator<String[]> records, int number) {
        this.records = records;
        this.number = number;
    }

    static CsvRowReader of(Path file, Mapping.SheetLayout sheetLayout) throws IOException {
        var reader =
                new BufferedReader(new LineLimitReader(EncodingDetector.open(file, sheetLayout.encoding())), LOOKED_AT);
        try {
            var start = start(reader);
            boolean states =
                    start.regionMatches(true, 0, STATED, 0, STATED.length()) && start.length() > STATED.length();
            if (states) {
                reader.readLine();
            }
            char delimiter = sheetLayout
                    .delimiter()
                    .orElseGet(() -> states ? start.charAt(STATED.length()) : detectDelimiter(start));
            var schema = CsvSchema.emptySchema().withColumnSeparator(delimiter).withQuoteChar('"');
            MappingIterator<String[]> records =
                    MAPPER.readerFor(String[].class).with(schema).readValues(reader);
            return new CsvRowReader(records, states ? 1 : 0);
        } catch (CharacterCodingException e) {
            reader.close();
            throw undecoded(e);
        }
    }

    private static String start(Reader reader) throws IOException {
        reader.mark(LOOKED_AT);
        var start = new char[LOOKED_AT - 1];
        int length = Math.max(0, reader.read(start));
        reader.reset();
        return new String(start, 0, length);
    }

    /**
     * Detects the delimiter: the one that most lines contain. If several delimiters occur in equally many lines, the
     * one with the same number of occurrences in most lines is returned, because nearly all rows of a table have the
     * same number of columns.
     */
    private static char detectDelimiter(String start) {
        var bare = start.replaceAll("\"[^\"]*\"", "");
        var lines = bare.lines().limit(100).toList();
        return DELIMITERS.stream()
                .max(Comparator.<Character>comparingLong(delimiter -> containing(lines, delimiter))
                        .thenComparingLong(delimiter -> alike(lines, delimiter))
                        .thenComparing(
                                Comparator.comparingInt(DELIMITERS::indexOf).reversed()))
                .filter(it -> containing(lines, it) > 0)
                .orElse(';');
    }

    private static long containing(List<String> lines, char delimiter) {
        return lines.stream().filter(line -> line.indexOf(delimiter) >= 0).count();
    }

    private static long alike(List<String> lines, char delimiter) {
        return lines.stream()
                .map(line -> line.chars().filter(c -> c == delimiter).count())
                .filter(count -> count > 0)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    @Override
    public Optional<SheetRow> next() throws IOException {
        try {
            if (!records.hasNextValue()) {
                return Optional.empty();
            }
            var cells = records.nextValue();
            number++;
            if (cells.length > MOST_COLUMNS) {
                throw new UnreadableFileException(
                        Detail.of("Row {0} has more than {1} columns.", number, MOST_COLUMNS));
            }
            var row = new SheetCell[cells.length];
            Arrays.setAll(row, i -> SheetCell.of(cells[i]));
            return Optional.of(new SheetRow(number, List.of(row)));
        } catch (UnreadableFileException e) {
            throw e;
        } catch (CharacterCodingException e) {
            throw undecoded(e);
        } catch (IOException | RuntimeJsonMappingException | NoSuchElementException e) {
            throw e.getCause() instanceof UnreadableFileException bad
                    ? bad
                    : new UnreadableFileException(
                            Detail.of(
                                    "The file is not valid CSV after row {0}; check for a quote that is not closed.",
                                    number),
                            e);
        }
    }

    private static UnreadableFileException undecoded(CharacterCodingException e) {
        return new UnreadableFileException(Detail.of("The file is not in the encoding that the mapping names."), e);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
