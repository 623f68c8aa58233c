package org.bitacora.api.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.bitacora.domain.activity.PartialDate;
import org.bitacora.domain.spreadsheet.Cell;
import org.bitacora.domain.spreadsheet.Mapping.Layout;
import org.bitacora.domain.spreadsheet.Row;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsTest {

    @TempDir
    Path folder;

    private static List<Row> read(Path file, Layout layout) throws IOException {
        var all = new ArrayList<Row>();
        try (var rows = Rows.of(file, layout)) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                all.add(row.get());
            }
        }
        return all;
    }

    private static List<Row> read(Path file) throws IOException {
        return read(file, Layout.USUAL);
    }

    private static Layout layout(String sheet, String encoding) {
        return new Layout(
                Optional.of(sheet).filter(it -> !it.isEmpty()),
                OptionalInt.empty(),
                Optional.of(encoding).filter(it -> !it.isEmpty()),
                Optional.empty(),
                List.of());
    }

    private Path csv(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("a.csv"), text.getBytes(charset));
    }

    private Path csv(String text) throws IOException {
        return csv(text, StandardCharsets.UTF_8);
    }

    private static List<List<String>> shown(List<Row> rows) {
        return rows.stream()
                .map(row -> row.cells().stream().map(Cell::shown).toList())
                .toList();
    }

    private interface Filling {
        void fill(Workbook book);
    }

    private Path xlsx(Filling filling) throws IOException {
        var file = folder.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                var book = new Workbook(out, "test", "1.0")) {
            filling.fill(book);
        }
        return file;
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-1252", "UTF-16LE"})
    void theEncodingIsFoundOut(String charset) throws IOException {
        var mark = charset.startsWith("UTF-16") ? "\ufeff" : "";

        var rows = read(csv(mark + "Nº;Título\r\n1;Misión «São Paulo» – 2014\r\n", Charset.forName(charset)));

        assertThat(shown(rows)).containsExactly(List.of("Nº", "Título"), List.of("1", "Misión «São Paulo» – 2014"));
    }

    @Test
    void aMarkOfUtf8IsNoPartOfTheHeader() throws IOException {
        assertThat(shown(read(csv("\ufeffNº,T\n1,a")))).startsWith(List.of("Nº", "T"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            ";"
            ","
            "|"
            """)
    void whatPartsTheColumnsIsFoundOut(String delimiter) throws IOException {
        var text = "Registro de visitas\n\nA%1$sB%1$sC\n1%1$s\"x; y, z | w\"%1$s3\n".formatted(delimiter);

        assertThat(shown(read(csv(text)))).endsWith(List.of("A", "B", "C"), List.of("1", "x; y, z | w", "3"));
    }

    @Test
    void aFileMayStateIt() throws IOException {
        var rows = read(csv("sep=|\r\na;b|c\r\n"));

        assertThat(shown(rows)).containsExactly(List.of("a;b", "c"));
        assertThat(rows.getFirst().number()).isEqualTo(2);
    }

    @Test
    void rowsAreNumberedAsASpreadsheetProgramShowsThem() throws IOException {
        var rows = read(csv("A;B\r\n\r\n1;\"two\r\nlines\"\r\n;\r\n2;x\r\n"));

        assertThat(rows).extracting(Row::number).containsExactly(1, 2, 3, 4, 5);
        assertThat(rows.get(1).isBlank()).isTrue();
        assertThat(rows.get(2).at(1).shown()).isEqualTo("two\r\nlines");
        assertThat(rows.get(3).isBlank()).isTrue();
    }

    @Test
    void aQuoteThatIsNeverClosedIsTold() throws IOException {
        var file = csv("A;B\n1;\"open\n2;x\n");

        assertThatThrownBy(() -> read(file)).isInstanceOf(BadFile.class).hasMessageContaining("after row 1");
    }

    @Test
    void anEncodingThatDoesNotFitIsTold() throws IOException {
        var file = csv("Título\n", Charset.forName("windows-1252"));

        assertThatThrownBy(() -> read(file, layout("", "utf-8"))).isInstanceOf(BadFile.class);
        assertThatThrownBy(() -> read(file, layout("", "klingon"))).isInstanceOf(BadFile.class);
    }

    @Test
    void aWorkbookKnowsNumbersDatesAndTexts() throws IOException {
        var file = xlsx(book -> {
            var sheet = book.newWorksheet("Visitas");
            sheet.value(0, 0, "Título");
            sheet.value(2, 0, " Rosario ");
            sheet.value(2, 1, new BigDecimal("1400000.5"));
            sheet.value(2, 2, LocalDate.of(2014, 5, 12));
            sheet.style(2, 2).format("dd/mm/yyyy").set();
            sheet.value(2, 3, LocalDate.of(2014, 5, 1));
            sheet.style(2, 3).format("mmm\\-yy;@").set();
            sheet.value(2, 4, 41771);
        });

        var rows = read(file);

        assertThat(rows).extracting(Row::number).containsExactly(1, 3);
        assertThat(rows.getLast().cells().subList(0, 5))
                .containsExactly(
                        Cell.of("Rosario"),
                        new Cell.Num(new BigDecimal("1400000.5")),
                        new Cell.Day(PartialDate.of("2014-05-12").orElseThrow()),
                        new Cell.Day(PartialDate.of("2014-05").orElseThrow()),
                        new Cell.Num(new BigDecimal("41771")));
    }

    @Test
    void datesOfTheCountSince1904AreThose() throws IOException {
        var file = xlsx(book -> {
            var sheet = book.newWorksheet("A");
            sheet.value(0, 0, 40_309);
            sheet.style(0, 0).format("dd/mm/yyyy").set();
        });
        var since1904 = folder.resolve("mac.xlsx");
        try (var from = new ZipFile(file.toFile());
                var to = new ZipOutputStream(Files.newOutputStream(since1904))) {
            for (var entry : Collections.list(from.entries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                var content = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                to.write(content.replaceFirst(
                                "(<workbook [^>]*>)(<workbookPr[^>]*/>)?", "$1<workbookPr date1904=\"1\"/>")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(shown(read(since1904))).containsExactly(List.of("2014-05-12"));
    }

    @Test
    void aLineWithoutAnEndAndAThousandsOfColumnsAreNoTable() throws IOException {
        assertThatThrownBy(() -> read(csv("x".repeat(3_000_000))))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("no table");
        assertThatThrownBy(() -> read(csv("A;B\n" + ";".repeat(5_000) + "\n")))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("Row 2");
    }

    @Test
    void commasInTextsDoNotPartColumns() throws IOException {
        var rows = read(
                csv("Nº;Título;Resultados\n1;a;agua, puertos, cultura, deporte\n2;b;luz, mar, sol, sal\n3;c;a, b\n"));

        assertThat(rows.getLast().cells()).hasSize(3);
    }

    @Test
    void aFormulaIsWhatItComesToAndAnErrorIsNone() throws IOException {
        var file = xlsx(book -> {
            var sheet = book.newWorksheet("A");
            sheet.value(0, 0, "#N/D");
            sheet.value(0, 1, "#1");
        });

        assertThat(read(file).getFirst().cells()).containsExactly(new Cell.Broken("#N/D"), Cell.of("#1"));
    }

    @Test
    void aSheetIsFoundByItsNameElseTheFirstThatIsSeen() throws IOException {
        var file = xlsx(book -> {
            var hidden = book.newWorksheet("Listas");
            hidden.value(0, 0, "x");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            book.newWorksheet("Uno").value(0, 0, "1");
            book.newWorksheet("Dos").value(0, 0, "2");
        });

        assertThat(shown(read(file))).containsExactly(List.of("1"));
        assertThat(shown(read(file, layout("dos", "")))).containsExactly(List.of("2"));
        assertThatThrownBy(() -> read(file, layout("Tres", "")))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("Uno");
    }

    @Test
    void whatIsNoTableIsToldAsWhatItIs() throws IOException {
        var old = Files.write(folder.resolve("a.xls"), new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0});
        var pdf = Files.writeString(folder.resolve("a.pdf"), "%PDF-1.7");
        var archive = folder.resolve("a.ods");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("content.xml"));
        }
        var cut = xlsx(book -> book.newWorksheet("A").value(0, 0, "x"));
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 400));

        for (var file : List.of(old, pdf, archive, cut)) {
            assertThatThrownBy(() -> read(file)).as(file.toString()).isInstanceOf(BadFile.class);
        }
    }

    @Test
    void aWorkbookThatUnpacksToFarTooMuchIsNotRead() throws IOException {
        var bomb = folder.resolve("bomb.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            var nothing = new byte[1 << 20];
            for (int i = 0; i < 60; i++) {
                zip.write(nothing);
            }
        }

        assertThatThrownBy(() -> read(bomb)).isInstanceOf(BadFile.class).hasMessageContaining("too large");
    }
}
