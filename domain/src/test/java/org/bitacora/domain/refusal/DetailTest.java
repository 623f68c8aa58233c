package org.bitacora.domain.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DetailTest {

    @Test
    void argumentsReplaceThePlaceholders() {
        assertThat(Detail.of("Position {1} is after {0}, and {1} too.", 7, 9L).english())
                .isEqualTo("Position 9 is after 7, and 9 too.");
    }

    @Test
    void listsAreJoinedByCommas() {
        assertThat(Detail.of("Expected one of {0}.", List.of("each", "atomic")).english())
                .isEqualTo("Expected one of each, atomic.");
    }

    @Test
    void argumentsAreNotReadAsTemplates() {
        assertThat(Detail.of("There is no actor {0}.", "{0} $1 \\ {1}").english())
                .isEqualTo("There is no actor {0} $1 \\ {1}.");
    }

    @Test
    void detailsWithinDetailsAreTranslatedToo() {
        var detail = Detail.of("Parse error: {0}", Detail.of("There is no actor {0}.", "ufba"));

        var text = detail.render(template -> switch (template) {
            case "Parse error: {0}" -> "Error de lectura: {0}";
            case "There is no actor {0}." -> "No existe el actor {0}.";
            default -> template;
        });

        assertThat(text).isEqualTo("Error de lectura: No existe el actor ufba.");
    }

    @Test
    void textsOfTheSenderAreNotTranslated() {
        var detail = Detail.of("There is no actor {0}.", "Forbidden");

        assertThat(detail.render(template -> template.equals("Forbidden") ? "Prohibido" : template))
                .isEqualTo("There is no actor Forbidden.");
    }
}
