package org.bitacora.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalizedTextTest {

    @ParameterizedTest
    @CsvSource({
        "es, Acuerdos",
        "es-AR, Acuerdos",
        "pt, Acordos",
        "pt-BR, Acordos",
        "en, Agreements",
        "en-GB, Agreements",
        "fr, Agreements",
        "und, Agreements"
    })
    void aNameIsInTheRequestedLanguageOrInEnglish(String tag, String name) {
        var localizedText = new LocalizedText("Acuerdos", "Acordos", "Agreements");

        var text = localizedText.forLanguage(Locale.forLanguageTag(tag));

        assertThat(text).isEqualTo(name);
    }
}
