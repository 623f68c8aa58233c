package org.bitacora.exchange.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bitacora.domain.activity.ActivityKind;
import org.bitacora.domain.json.Json;
import org.bitacora.exchange.spreadsheet.mapping.RowParser;
import org.bitacora.exchange.spreadsheet.mapping.RowResult;
import org.bitacora.exchange.spreadsheet.mapping.SheetCell;
import org.bitacora.exchange.spreadsheet.mapping.SheetHeader;
import org.bitacora.exchange.spreadsheet.mapping.SheetRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SpreadsheetTemplateTest {

    private static final SpreadsheetTemplates TEMPLATES = new SpreadsheetTemplates();

    static Stream<Arguments> all() {
        return Stream.of(ActivityKind.values()).flatMap(activityKind -> Stream.of("es", "pt", "en")
                .map(language -> Arguments.of(activityKind, language)));
    }

    private static SheetHeader header(List<String> names) {
        return new SheetHeader(new SheetRow(1, names.stream().map(SheetCell::of).toList()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyTemplateIsRecognizedByItsColumns(ActivityKind activityKind, String language) {
        var names = new SpreadsheetTemplate(activityKind, Locale.forLanguageTag(language)).columnNames();
        var sheetHeader = header(names);

        var mapping = TEMPLATES.findMapping(sheetHeader).orElseThrow();
        var cells = names.stream()
                .map(_ -> SheetCell.BLANK)
                .map(SheetCell.class::cast)
                .toArray(SheetCell[]::new);
        cells[0] = SheetCell.of("7");
        var reader = new RowParser(mapping, sheetHeader);
        var read = reader.parse(reader.scan(new SheetRow(2, List.of(cells))));

        assertThat(names).doesNotHaveDuplicates().noneMatch(it -> it.startsWith("template."));
        assertThat(read).isInstanceOfSatisfying(RowResult.StepRow.class, stepRow -> {
            assertThat(stepRow.activity()).isEqualTo(activityKind.word() + "-7");
            assertThat(stepRow.steps().getFirst().type().kind()).isEqualTo(activityKind);
        });
    }

    @Test
    void valuesAreReadInTheLanguageOfTheTemplate() {
        var spreadsheetTemplate = new SpreadsheetTemplate(ActivityKind.EVENT, Locale.forLanguageTag("es"));
        var sheetHeader = header(spreadsheetTemplate.columnNames());
        var cells = spreadsheetTemplate.columnNames().stream()
                .map(name -> switch (name) {
                    case "Evento (código)" -> SheetCell.of("7");
                    case "Título" -> SheetCell.of("Foro");
                    case "Estado" -> SheetCell.of("planificada");
                    case "Papel" -> SheetCell.of("En el exterior");
                    case "Inicio" -> SheetCell.of("12/05/2014");
                    case "Países" -> SheetCell.of("Argentina; Chile");
                    case "ODS" -> SheetCell.of("11; 17");
                    case "Voluntarios" -> SheetCell.of("1.400");
                    case "Monto" -> SheetCell.of("R$ 1.400,50");
                    case "Moneda" -> SheetCell.of("BRL");
                    default -> SheetCell.BLANK;
                })
                .toList();

        var reader = new RowParser(TEMPLATES.findMapping(sheetHeader).orElseThrow(), sheetHeader);
        var read = reader.parse(reader.scan(new SheetRow(2, cells)));

        assertThat(read).isInstanceOfSatisfying(RowResult.StepRow.class, stepRow -> {
            var activityStep = stepRow.steps().getFirst();
            assertThat(activityStep.type().name()).contains("org.bitacora.event.planned");
            assertThat(activityStep.data().text("role")).contains("abroad");
            assertThat(activityStep.data().text("start")).contains("2014-05-12");
            assertThat(activityStep.data().items("counterparts")).hasSize(2);
            assertThat(activityStep.data().items("sdgs")).containsExactly(Json.of(11), Json.of(17));
            assertThat(activityStep.data().object("quantities").get("volunteers"))
                    .contains(Json.of(1_400));
            assertThat(activityStep.data().items("amounts"))
                    .containsExactly(
                            Json.Obj.EMPTY.with("value", Json.of("1400.5")).with("currency", Json.of("BRL")));
        });
    }

    @Test
    void columnsMayBeRemovedAndAdded() {
        var sheetHeader = header(List.of("Notas", "Visita (código)", "Título"));

        assertThat(TEMPLATES.findMapping(sheetHeader)).isPresent();
        assertThat(TEMPLATES.findMapping(header(List.of("Notas", "Título")))).isEmpty();
    }
}
