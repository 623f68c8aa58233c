package org.bitacora.exchange.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportReportTest {

    private static ImportRowResult result(String outcome, List<Integer> rows, @Nullable List<Integer> repeated) {
        return new ImportRowResult(rows, "a", outcome, List.of(), List.of(), repeated);
    }

    @Test
    void rowsAfterTheFirstOfAnActivityAreMerged() {
        var report = ImportReport.EMPTY
                .plus(List.of(
                        result(ImportRowResult.NEW, List.of(2, 5, 9), List.of(9)),
                        result(ImportRowResult.REJECTED, List.of(3, 4), List.of(4)),
                        result(ImportRowResult.SKIPPED, List.of(6, 7), null)))
                .plus(List.of(
                        result(ImportRowResult.UNCHANGED, List.of(8), null),
                        result(ImportRowResult.CORRECTED, List.of(10, 12), null)));

        assertThat(report).isEqualTo(new ImportReport(3, 3, 1, List.of(5, 9, 12), List.of(9), List.of(), List.of()));
    }

    @Test
    void rowsAreListedInTheOrderOfTheFile() {
        var report = ImportReport.EMPTY
                .plus(List.of(result(ImportRowResult.NEW, List.of(3, 20), null)))
                .plus(List.of(result(ImportRowResult.NEW, List.of(2, 10, 50), null)));

        assertThat(report.mergedRows()).containsExactly(10, 20, 50);
    }

    @Test
    void theFirstHundredRowsAreListed() {
        var rows = IntStream.rangeClosed(1, 500).boxed().toList();

        var report = ImportReport.EMPTY.plus(List.of(result(ImportRowResult.NEW, rows, rows.subList(1, 500))));

        assertThat(report.merged()).isEqualTo(499);
        assertThat(report.repeated()).isEqualTo(499);
        assertThat(report.mergedRows()).hasSize(100).startsWith(2);
        assertThat(report.repeatedRows()).hasSize(100);
    }

    @Test
    void aReportIsStoredAsJson() throws JsonProcessingException {
        var mapper = new ObjectMapper();
        var report = new ImportReport(
                1,
                1,
                1,
                List.of(3),
                List.of(3),
                List.of(new ImportWarning("Tema", "Check.", 1, List.of(2), List.of("Agua"))),
                List.of(new ImportColumnValues(
                        "Tema",
                        "themes",
                        List.of(
                                new ImportColumnValues.ImportValueCount("Agua", 1, false),
                                new ImportColumnValues.ImportValueCount("Sol", 1, null)),
                        0)));

        assertThat(mapper.readValue(mapper.writeValueAsString(report), ImportReport.class))
                .isEqualTo(report);
    }

    /** Row results of earlier releases have no repeated rows. */
    @Test
    void anEarlierRowResultIsRead() throws JsonProcessingException {
        var result = new ObjectMapper().readValue("""
                        {"rows": [2], "activity": "a", "outcome": "new", "events": [], "errors": []}""", ImportRowResult.class);

        assertThat(result.repeatedRowList()).isEmpty();
    }
}
