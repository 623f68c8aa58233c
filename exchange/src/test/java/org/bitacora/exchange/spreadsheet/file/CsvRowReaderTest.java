package org.bitacora.exchange.spreadsheet.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.bitacora.exchange.spreadsheet.mapping.SheetRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRowReaderTest extends SpreadsheetFileFixture {

    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-1252", "UTF-16LE"})
    void theEncodingIsDetected(String charset) throws IOException {
        var mark = charset.startsWith("UTF-16") ? "\ufeff" : "";

        var rows = read(csv(mark + "Nº;Título\r\n1;Misión «São Paulo» – 2014\r\n", Charset.forName(charset)));

        assertThat(shown(rows)).containsExactly(List.of("Nº", "Título"), List.of("1", "Misión «São Paulo» – 2014"));
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheHeader() throws IOException {
        assertThat(shown(read(csv("\ufeffNº,T\n1,a")))).startsWith(List.of("Nº", "T"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            ";"
            ","
            "|"
            """)
    void theDelimiterIsDetected(String delimiter) throws IOException {
        var text = "Registro de visitas\n\nA%1$sB%1$sC\n1%1$s\"x; y, z | w\"%1$s3\n".formatted(delimiter);

        assertThat(shown(read(csv(text)))).endsWith(List.of("A", "B", "C"), List.of("1", "x; y, z | w", "3"));
    }

    @Test
    void aFileMayStateItsDelimiter() throws IOException {
        var rows = read(csv("sep=|\r\na;b|c\r\n"));

        assertThat(shown(rows)).containsExactly(List.of("a;b", "c"));
        assertThat(rows.getFirst().number()).isEqualTo(2);
    }

    @Test
    void rowsAreNumberedAsASpreadsheetProgramShowsThem() throws IOException {
        var rows = read(csv("A;B\r\n\r\n1;\"two\r\nlines\"\r\n;\r\n2;x\r\n"));

        assertThat(rows).extracting(SheetRow::number).containsExactly(1, 2, 3, 4, 5);
        assertThat(rows.get(1).isBlank()).isTrue();
        assertThat(rows.get(2).cell(1).displayText()).isEqualTo("two\r\nlines");
        assertThat(rows.get(3).isBlank()).isTrue();
    }

    @Test
    void anUnclosedQuoteIsRefused() throws IOException {
        var file = csv("A;B\n1;\"open\n2;x\n");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("after row 1");
    }

    @Test
    void aWrongOrUnknownEncodingIsRefused() throws IOException {
        var file = csv("Título\n", Charset.forName("windows-1252"));

        assertThatThrownBy(() -> read(file, layout("", "utf-8"))).isInstanceOf(UnreadableFileException.class);
        assertThatThrownBy(() -> read(file, layout("", "klingon"))).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void anOverlongLineAndTooManyColumnsAreRefused() throws IOException {
        assertThatThrownBy(() -> read(csv("x".repeat(3_000_000))))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("not a table");
        assertThatThrownBy(() -> read(csv("A;B\n" + ";".repeat(5_000) + "\n")))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("Row 2");
    }

    @Test
    void commasInTextsDoNotSeparateColumns() throws IOException {
        var rows = read(
                csv("Nº;Título;Resultados\n1;a;agua, puertos, cultura, deporte\n2;b;luz, mar, sol, sal\n3;c;a, b\n"));

        assertThat(rows.getLast().cells()).hasSize(3);
    }
}
