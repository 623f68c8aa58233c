package org.bitacora.exchange.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitacora.exchange.spreadsheet.ImportRowResult.CellError;
import org.junit.jupiter.api.Test;

class ImportErrorGroupTest {

    @Test
    void errorsWithOneReasonInOneColumnAreOneGroup() {
        var groups = ImportErrorGroup.plus(
                List.of(),
                Stream.of(
                        new CellError(3, "País", "Atlántida", "Unknown."),
                        new CellError(4, "Fecha", "ayer", "No date."),
                        new CellError(7, "País", "Mordor", "Unknown."),
                        new CellError(9, "País", "Mordor", "Unknown.")));

        assertThat(groups)
                .containsExactly(
                        new ImportErrorGroup("País", "Unknown.", 3, List.of(3, 7, 9), List.of("Atlántida", "Mordor")),
                        new ImportErrorGroup("Fecha", "No date.", 1, List.of(4), List.of("ayer")));
    }

    @Test
    void onlyTheFirstRowsAndValuesAreKept() {
        var group = ImportErrorGroup.plus(
                        List.of(),
                        IntStream.rangeClosed(1, 1_000).mapToObj(row -> new CellError(row, "A", "v" + row, "Wrong.")))
                .getFirst();

        assertThat(group.count()).isEqualTo(1_000);
        assertThat(group.rows()).containsExactly(1, 2, 3, 4, 5);
        assertThat(group.values()).hasSize(5);
    }
}
