package org.bitacora.exchange.spreadsheet.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bitacora.domain.activity.PartialDate;
import org.bitacora.exchange.spreadsheet.mapping.SheetCell;
import org.bitacora.exchange.spreadsheet.mapping.SheetRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests workbooks that use rare features of the standard, and workbooks with missing values. */
class UnusualWorkbookTest extends SpreadsheetFileFixture {

    private static String text(String reference, String text) {
        var r = reference.isEmpty() ? "" : " r=\"" + reference + "\"";
        return "<c" + r + " t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private List<SheetRow> readRows(String xml) throws IOException {
        return read(new RawWorkbook().rows(xml).writeTo(folder.resolve("a.xlsx")));
    }

    private SheetCell readCell(String xml) throws IOException {
        return readRows("<row>" + xml + "</row>").getFirst().cell(0);
    }

    @Test
    void aCellWithoutReferenceFollowsTheOneBefore() throws IOException {
        var rows = readRows(
                "<row r=\"1\">" + text("A1", "a") + text("", "b") + text("D1", "d") + text("", "e") + "</row>");

        assertThat(shown(rows)).containsExactly(List.of("a", "b", "", "d", "e"));
    }

    @Test
    void aRowWithoutNumberFollowsTheOneBefore() throws IOException {
        var rows = readRows("<row>" + text("", "a") + "</row><row r=\"5\">" + text("", "b") + "</row><row>"
                + text("", "c") + "</row>");

        assertThat(rows).extracting(SheetRow::number).containsExactly(1, 5, 6);
    }

    @ParameterizedTest
    @CsvSource({"A1, 0", "Z1, 25", "AA1, 26", "AZ1, 51", "BA1, 52", "XFD1, 16383"})
    void theLettersOfAReferenceAreItsColumn(String reference, int column) throws IOException {
        assertThat(readRows("<row>" + text(reference, "x") + "</row>")
                        .getFirst()
                        .cells())
                .hasSize(column + 1);
    }

    @Test
    void aColumnBeyondTheLastIsRefused() {
        assertThatThrownBy(() -> readRows("<row>" + text("XFE1", "x") + "</row>"))
                .isInstanceOf(UnreadableFileException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <c><f>DATE(2014,5,12)</f></c>
            <c s="1"><f>A1+1</f><v></v></c>
            <c t="e"><v>#N/A</v></c>
            <c t="b"><f>A1=1</f></c>
            """)
    void aValueThatIsNotThereIsAnErrorAndNotBlank(String cell) throws IOException {
        assertThat(readCell(cell)).isInstanceOf(SheetCell.ErrorCell.class);
    }

    @Test
    void anEmptyTextThatAFormulaReturnsIsBlank() throws IOException {
        assertThat(readRows("<row>" + text("", "a") + "<c t=\"str\"><f>\"\"</f><v></v></c></row>")
                        .getFirst()
                        .cell(1))
                .isEqualTo(SheetCell.BLANK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <c t="d"><v>2014-05-12</v></c>                     | 2014-05-12
            <c t="d" s="1"><v>2014-05-12T09:30:00</v></c>      | 2014-05-12
            <c t="d"><v>2014-05</v></c>                        | 2014-05
            <c s="1"><v>41771</v></c>                          | 2014-05-12
            <c s="1"><v>41771.999999999</v></c>                | 2014-05-13
            <c s="1"><v>4.1771E4</v></c>                       | 2014-05-12
            <c s="1"><v>1</v></c>                              | 1900-01-01
            <c s="1"><v>61</v></c>                             | 1900-03-01
            """)
    void datesAreRead(String cell, String date) throws IOException {
        assertThat(readCell(cell))
                .isEqualTo(new SheetCell.DateCell(PartialDate.of(date).orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <c><v>0.1</v></c>                  | 0.1
            <c><v>0.30000000000000004</v></c>  | 0.3
            <c><v>-12</v></c>                  | -12
            <c s="1"><v>2958466</v></c>        | 2958466
            """)
    void numbersAreReadAsTheyAreShown(String cell, BigDecimal number) throws IOException {
        assertThat(readCell(cell)).isInstanceOfSatisfying(SheetCell.NumberCell.class, it -> assertThat(it.value())
                .isEqualByComparingTo(number));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <is><t>Uno_x000D_dos</t></is>                                  | Uno\\rdos
            <is><t>lit _x005F_x0041_</t></is>                              | lit _x0041_
            <is><t>a_x_b</t></is>                                          | a_x_b
            <is><r><t>Ro</t></r><r><rPr><b/></rPr><t>sario</t></r></is>    | Rosario
            <is><t>大阪</t><rPh sb="0" eb="2"><t>オオサカ</t></rPh></is>    | 大阪
            <is><t>Alcaldi&#x301;a</t></is>                                | Alcaldía
            """)
    void inlineTextsAndSharedTextsAreReadAlike(String xml, String text) throws IOException {
        var inline = readCell("<c t=\"inlineStr\">" + xml + "</c>");
        var shared = read(new RawWorkbook()
                        .sharedStrings(xml.replace("<is>", "<si>").replace("</is>", "</si>"))
                        .rows("<row><c t=\"s\"><v>0</v></c></row>")
                        .writeTo(folder.resolve("b.xlsx")))
                .getFirst()
                .cell(0);

        assertThat(inline.displayText()).isEqualTo(text.translateEscapes());
        assertThat(shared).isEqualTo(inline);
    }

    @Test
    void rowsWithoutContentAreSkipped() throws IOException {
        var formatted = IntStream.range(2, 1_000)
                .mapToObj("<row r=\"%d\"><c s=\"1\"/></row>"::formatted)
                .collect(Collectors.joining());

        assertThat(readRows("<row r=\"1\">" + text("A1", "a") + "</row>" + formatted))
                .hasSize(1);
    }

    @Test
    void aWorkbookWithoutStylesHasNoDates() throws IOException {
        var file = new RawWorkbook()
                .without("xl/styles.xml")
                .rows("<row><c s=\"1\"><v>41771</v></c></row>")
                .part("xl/_rels/workbook.xml.rels", """
                        <Relationships><Relationship Id="s" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/>
                        </Relationships>""")
                .writeTo(folder.resolve("a.xlsx"));

        assertThat(read(file).getFirst().cell(0)).isEqualTo(new SheetCell.NumberCell(new BigDecimal("41771")));
    }

    @Test
    void aStrictWorkbookIsRead() throws IOException {
        var file = new RawWorkbook()
                .rows("<row><c s=\"1\"><v>41771</v></c></row>")
                .strict()
                .writeTo(folder.resolve("a.xlsx"));

        assertThat(shown(read(file))).containsExactly(List.of("2014-05-12"));
    }

    @Test
    void partNamesMayHaveBackslashesAndOtherCase() throws IOException {
        var file = new RawWorkbook()
                .without("xl/worksheets/sheet1.xml")
                .part(
                        "XL/Worksheets/Sheet1.xml",
                        "<worksheet><sheetData><row>" + text("", "a") + "</row></sheetData></worksheet>")
                .writeTo(folder.resolve("a.xlsx"), "\\");

        assertThat(shown(read(file))).containsExactly(List.of("a"));
    }

    @Test
    void theWorkbookPartIsFoundByItsRelationship() throws IOException {
        var file = new RawWorkbook()
                .part(
                        "_rels/.rels",
                        "<Relationships><Relationship Id=\"w\" Type=\"x/officeDocument\" Target=\"a/b.xml\"/></Relationships>")
                .part(
                        "a/b.xml",
                        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"s\"/></sheets></workbook>")
                .part(
                        "a/_rels/b.xml.rels",
                        "<Relationships><Relationship Id=\"s\" Type=\"x/worksheet\" Target=\"../c/d.xml\"/></Relationships>")
                .part("c/d.xml", "<worksheet><sheetData><row>" + text("", "a") + "</row></sheetData></worksheet>")
                .without("xl/workbook.xml")
                .writeTo(folder.resolve("a.xlsx"));

        assertThat(shown(read(file))).containsExactly(List.of("a"));
    }

    @Test
    void aChartIsNotTheFirstSheet() throws IOException {
        var file = new RawWorkbook()
                .part("xl/workbook.xml", """
                        <workbook xmlns:r="r"><sheets><sheet name="Chart" sheetId="2" r:id="c"/>
                        <sheet name="A" sheetId="1" r:id="s"/></sheets></workbook>""")
                .part("xl/_rels/workbook.xml.rels", """
                        <Relationships><Relationship Id="c" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/>
                        <Relationship Id="s" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""")
                .part("xl/chartsheets/sheet1.xml", "<chartsheet/>")
                .rows("<row>" + text("", "a") + "</row>")
                .writeTo(folder.resolve("a.xlsx"));

        assertThat(shown(read(file))).containsExactly(List.of("a"));
    }

    /** External entities and document types are an attack, not a table. */
    @Test
    void entitiesAreNotResolved() throws IOException {
        var file = new RawWorkbook().part("xl/worksheets/sheet1.xml", """
                        <!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                        <worksheet><sheetData><row><c t="inlineStr"><is><t>&x;</t></is></c></row></sheetData></worksheet>""").writeTo(folder.resolve("a.xlsx"));

        assertThatThrownBy(() -> read(file)).isInstanceOf(UnreadableFileException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <row r="x"><c><v>1</v></c></row>
            <row><c><v>one</v></c></row>
            <row><c t="s"><v>7</v></c></row>
            <row><c t="s"><v>a</v></c></row>
            <row><c r="1A"><v>1</v></c></row>
            """)
    void anInvalidSheetIsRefusedInPlainWords(String xml) {
        assertThatThrownBy(() -> readRows(xml))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("corrupt");
    }
}
