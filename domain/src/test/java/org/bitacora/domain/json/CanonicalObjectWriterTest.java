package org.bitacora.domain.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bitacora.domain.json.JsonText.json;

import org.junit.jupiter.api.Test;

class CanonicalObjectWriterTest {

    @Test
    void theTextIsTheCanonicalFormOfTheMembers() {
        var nested = json("{'z': 1, 'y': [2]}");
        var object = Json.Obj.EMPTY.with("c", nested).with("b", Json.of(12)).with("a\n", Json.of("x\"y"));

        var text = new CanonicalObjectWriter()
                .with("a\n", "x\"y")
                .with("b", Json.of(12))
                .with("c", nested)
                .text();

        assertThat(text).isEqualTo(CanonicalJson.text(object));
    }

    @Test
    void withoutMembersTheTextIsAnEmptyObject() {
        assertThat(new CanonicalObjectWriter().text()).isEqualTo("{}");
    }

    @Test
    void aMemberOutOfOrderOrRepeatedIsRefused() {
        var object = new CanonicalObjectWriter().with("b", "x");

        assertThatThrownBy(() -> object.with("a", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> object.with("b", Json.of(1))).isInstanceOf(IllegalArgumentException.class);
    }
}
