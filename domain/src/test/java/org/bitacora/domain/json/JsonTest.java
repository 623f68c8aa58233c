package org.bitacora.domain.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.json.JsonText.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void membersKeepTheOrderInWhichTheyWereWritten() {
        var object = json("{'b': 1, 'a': 2, 'c': 3}");

        assertThat(object.members().keySet()).containsExactly("b", "a", "c");
    }

    @Test
    void aNullMemberIsReadLikeAMissingOne() {
        var object = json("{'a': null}");

        assertThat(object.get("a")).isEmpty();
        assertThat(object.get("b")).isEmpty();
    }

    @Test
    void aMemberOfAnotherTypeIsReadLikeAMissingOne() {
        var object = json("{'a': 1, 'b': ['x', 2, 'y']}");

        assertThat(object.text("a")).isEmpty();
        assertThat(object.items("a")).isEmpty();
        assertThat(object.object("a")).isEqualTo(Json.Obj.EMPTY);
        assertThat(object.texts("b")).containsExactly("x", "y");
    }

    @Test
    void nullMembersAreOmittedAtEveryDepthOfObjects() {
        var object = json("{'a': null, 'b': {'c': null, 'd': {'e': null}}, 'f': [null, {'g': null}]}");

        var stated = object.omitNulls();

        assertThat(stated).isEqualTo(json("{'b': {'d': {}}, 'f': [null, {'g': null}]}"));
    }

    @Test
    void aMemberIsSetAtItsPositionOrAtTheEnd() {
        var object = json("{'a': 1, 'b': 2}");

        var changed = object.with("a", Json.of("x")).with("c", Json.of(3));

        assertThat(changed.members().toString())
                .isEqualTo(json("{'a': 'x', 'b': 2, 'c': 3}").members().toString());
    }

    @Test
    void membersAreRemovedByName() {
        var object = json("{'a': 1, 'b': 2, 'c': 3}");

        var rest = object.without("a", "c", "d");

        assertThat(rest).isEqualTo(json("{'b': 2}"));
    }

    @Test
    void changesToTheSourceMapDoNotChangeAnObject() {
        Map<String, Json> members = new LinkedHashMap<>();
        var object = new Json.Obj(members);

        members.put("a", Json.of(1));

        assertThat(object).isEqualTo(Json.Obj.EMPTY);
    }
}
