package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitacora.domain.territory.TerritoryCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityNameTest {

    @Test
    void aSubjectContainsATerritoryAndAnActivity() {
        var name = ActivityName.ofSubject("br-ba/visita-2014-0203");

        assertThat(name).contains(new ActivityName(new TerritoryCode("br-ba"), "visita-2014-0203"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"br-ba/a", "br-ba/AZaz09._~-", "br-ba/-", "ab/0"})
    void aNameReturnsItsSubject(String subject) {
        var name = ActivityName.ofSubject(subject).orElseThrow();

        assertThat(name.subject()).isEqualTo(subject);
    }

    @Test
    void aNameMayHave128Characters() {
        assertThat(ActivityName.ofSubject("br-ba/" + "a".repeat(128))).isPresent();
        assertThat(ActivityName.ofSubject("br-ba/" + "a".repeat(129))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "br-ba",
                "br-ba/",
                "/a",
                "br-ba/a/b",
                "br-ba/a b",
                "br-ba/año",
                "br-ba/a%20",
                "BR-BA/a",
                "b/a",
                "br-ba /a",
                "br-ba/a\n",
                "br-ba//a",
                "br-ba/a:b",
                "br-ba/a+b"
            })
    void anyOtherTextIsNotASubject(String subject) {
        var name = ActivityName.ofSubject(subject);

        assertThat(name).isEmpty();
    }
}
