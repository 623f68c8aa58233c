package org.bitacora.exchange.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bitacora.domain.activity.Kind;
import org.bitacora.domain.json.Json;
import org.bitacora.exchange.spreadsheet.mapping.Cell;
import org.bitacora.exchange.spreadsheet.mapping.Header;
import org.bitacora.exchange.spreadsheet.mapping.Row;
import org.bitacora.exchange.spreadsheet.mapping.RowRead;
import org.bitacora.exchange.spreadsheet.mapping.RowReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateTest {

    private static final Templates TEMPLATES = new Templates();

    static Stream<Arguments> all() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of("es", "pt", "en").map(language -> Arguments.of(kind, language)));
    }

    private static Header header(List<String> names) {
        return new Header(new Row(1, names.stream().map(Cell::of).toList()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyTemplateIsKnownByItsColumnsAndTellsOfItsKind(Kind kind, String language) {
        var names = new Template(kind, Locale.forLanguageTag(language)).names();
        var header = header(names);

        var mapping = TEMPLATES.mapping(header).orElseThrow();
        var cells = names.stream().map(_ -> Cell.BLANK).map(Cell.class::cast).toArray(Cell[]::new);
        cells[0] = Cell.of("7");
        var reader = new RowReader(mapping, header);
        var read = reader.read(reader.look(new Row(2, List.of(cells))));

        assertThat(names).doesNotHaveDuplicates().noneMatch(it -> it.startsWith("template."));
        assertThat(read).isInstanceOfSatisfying(RowRead.Told.class, told -> {
            assertThat(told.activity()).isEqualTo(kind.word() + "-7");
            assertThat(told.told().getFirst().type().kind()).isEqualTo(kind);
        });
    }

    @Test
    void itsWordsAreThoseOfItsLanguage() {
        var template = new Template(Kind.EVENT, Locale.forLanguageTag("es"));
        var header = header(template.names());
        var cells = template.names().stream()
                .map(name -> switch (name) {
                    case "Evento (código)" -> Cell.of("7");
                    case "Título" -> Cell.of("Foro");
                    case "Estado" -> Cell.of("planificada");
                    case "Papel" -> Cell.of("En el exterior");
                    case "Inicio" -> Cell.of("12/05/2014");
                    case "Países" -> Cell.of("Argentina; Chile");
                    case "ODS" -> Cell.of("11; 17");
                    case "Voluntarios" -> Cell.of("1.400");
                    case "Monto" -> Cell.of("R$ 1.400,50");
                    case "Moneda" -> Cell.of("BRL");
                    default -> Cell.BLANK;
                })
                .toList();

        var reader = new RowReader(TEMPLATES.mapping(header).orElseThrow(), header);
        var read = reader.read(reader.look(new Row(2, cells)));

        assertThat(read).isInstanceOfSatisfying(RowRead.Told.class, told -> {
            var step = told.told().getFirst();
            assertThat(step.type().name()).contains("org.bitacora.event.planned");
            assertThat(step.data().text("role")).contains("abroad");
            assertThat(step.data().text("start")).contains("2014-05-12");
            assertThat(step.data().items("counterparts")).hasSize(2);
            assertThat(step.data().items("sdgs")).containsExactly(Json.of(11), Json.of(17));
            assertThat(step.data().object("quantities").get("volunteers")).contains(Json.of(1_400));
            assertThat(step.data().items("amounts"))
                    .containsExactly(
                            Json.Obj.EMPTY.with("value", Json.of("1400.5")).with("currency", Json.of("BRL")));
        });
    }

    @Test
    void columnsMayBeTakenOutAndPutIn() {
        var header = header(List.of("Notas", "Visita (código)", "Título"));

        assertThat(TEMPLATES.mapping(header)).isPresent();
        assertThat(TEMPLATES.mapping(header(List.of("Notas", "Título")))).isEmpty();
    }
}
