package org.bitacora.exchange.spreadsheet.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.bitacora.domain.activity.PartialDate;
import org.bitacora.exchange.spreadsheet.mapping.SheetCell;
import org.bitacora.exchange.spreadsheet.mapping.SheetRow;
import org.dhatim.fastexcel.VisibilityState;
import org.junit.jupiter.api.Test;

class XlsxRowReaderTest extends SpreadsheetFileFixture {

    @Test
    void numbersDatesAndTextsAreRead() throws IOException {
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

        assertThat(rows).extracting(SheetRow::number).containsExactly(1, 3);
        assertThat(rows.getLast().cells().subList(0, 5))
                .containsExactly(
                        SheetCell.of("Rosario"),
                        new SheetCell.NumberCell(new BigDecimal("1400000.5")),
                        new SheetCell.DateCell(PartialDate.of("2014-05-12").orElseThrow()),
                        new SheetCell.DateCell(PartialDate.of("2014-05").orElseThrow()),
                        new SheetCell.NumberCell(new BigDecimal("41771")));
    }

    @Test
    void datesOfThe1904DateSystemAreRead() throws IOException {
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
    void anErrorTextIsReadAsAnError() throws IOException {
        var file = xlsx(book -> {
            var sheet = book.newWorksheet("A");
            sheet.value(0, 0, "#N/D");
            sheet.value(0, 1, "#1");
        });

        assertThat(read(file).getFirst().cells()).containsExactly(new SheetCell.ErrorCell("#N/D"), SheetCell.of("#1"));
    }

    @Test
    void aSheetIsSelectedByNameOrIsTheFirstVisibleOne() throws IOException {
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
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("Uno");
    }

    @Test
    void filesThatAreNotTablesAreRefused() throws IOException {
        var old = Files.write(folder.resolve("a.xls"), new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0});
        var pdf = Files.writeString(folder.resolve("a.pdf"), "%PDF-1.7");
        var archive = folder.resolve("a.ods");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("content.xml"));
        }
        var cut = xlsx(book -> book.newWorksheet("A").value(0, 0, "x"));
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 400));

        for (var file : List.of(old, pdf, archive, cut)) {
            assertThatThrownBy(() -> read(file)).as(file.toString()).isInstanceOf(UnreadableFileException.class);
        }
    }

    @Test
    void aWorkbookThatIsTooLargeUncompressedIsRefused() throws IOException {
        var bomb = folder.resolve("bomb.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            var nothing = new byte[1 << 20];
            for (int i = 0; i < 60; i++) {
                zip.write(nothing);
            }
        }

        assertThatThrownBy(() -> read(bomb))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("too large");
    }
}
