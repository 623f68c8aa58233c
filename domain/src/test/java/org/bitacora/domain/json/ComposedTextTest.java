package org.bitacora.domain.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposedTextTest {

    private static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Alcaldía de Bogotá", "São João", "Ñandú", "Ǣ", "한국", "plain", "🌎 Río", ""})
    void bothFormsOfATextBecomeOne(String text) {
        assertThat(ComposedText.of(decomposed(text))).isEqualTo(text);
        assertThat(ComposedText.of(text)).isSameAs(text);
    }

    @Test
    void textsAreComposedAtAnyDepth() {
        var name = "Alcaldía";
        var data = Json.Obj.EMPTY
                .with("title", Json.of(decomposed(name)))
                .with("actors", Json.texts(decomposed(name), "Otro"))
                .with("place", Json.Obj.EMPTY.with("city", Json.of(decomposed(name))));

        var composed = ComposedText.of(data);

        assertThat(composed.text("title")).contains(name);
        assertThat(composed.texts("actors")).containsExactly(name, "Otro");
        assertThat(composed.object("place").text("city")).contains(name);
    }

    @Test
    void aComposedObjectIsReturnedItself() {
        var data = Json.Obj.EMPTY.with("title", Json.of("Alcaldía"));

        assertThat(ComposedText.of(data)).isSameAs(data);
    }
}
