package org.bitacora.domain.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {

    private static final TerritoryCode TERRITORY = new TerritoryCode("br-ba");

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("br-ba", "", new Subject.TerritorySubject(TERRITORY)),
                Arguments.of(
                        "br-ba/visita-2014-0203",
                        "visita-2014-0203",
                        new Subject.ActivitySubject(TERRITORY, new ActivityName("visita-2014-0203"))),
                Arguments.of(
                        "br-ba/exchange-rate.USD.BRL",
                        "exchange-rate.USD.BRL",
                        new Subject.ActivitySubject("br-ba", "exchange-rate.USD.BRL")),
                Arguments.of("br-ba/actors", "actors", new Subject.ActivitySubject("br-ba", "actors")),
                Arguments.of("br-ba/actors/ufmg", "actors/ufmg", new Subject.ActorSubject(TERRITORY, "ufmg")),
                Arguments.of(
                        "br-ba/strategies/ppag-2010",
                        "strategies/ppag-2010",
                        new Subject.StrategySubject(TERRITORY, "ppag-2010")),
                Arguments.of(
                        "br-ba/indicators/bh.agreements",
                        "indicators/bh.agreements",
                        new Subject.IndicatorSubject(TERRITORY, new IndicatorCode("bh.agreements"))),
                Arguments.of(
                        "br-ba/publications/Map-2014",
                        "publications/Map-2014",
                        new Subject.PublicationSubject(TERRITORY, "Map-2014")),
                Arguments.of(
                        "br-ba/members/br-salvador",
                        "members/br-salvador",
                        new Subject.MemberSubject(TERRITORY, new TerritoryCode("br-salvador"))));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aTextIsTheSubjectThatHasThatText(String text, String path, Subject subject) {
        assertThat(Subject.parse(text)).contains(subject);
        assertThat(subject.text()).isEqualTo(text);
        assertThat(subject.path()).isEqualTo(path);
        assertThat(subject.territory()).isEqualTo(TERRITORY);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aSubjectIsFoundByItsTerritoryAndItsPath(String text, String path, Subject subject) {
        assertThat(path.isEmpty() ? Subject.parse(text) : Subject.within("br-ba", path))
                .contains(subject);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "br-ba/",
                "/a",
                "b",
                "b/a",
                "BR-BA/a",
                "br-ba /a",
                "br-ba//a",
                "br-ba/a b",
                "br-ba/a\n",
                "br-ba/a/b",
                "br-ba/a/",
                "br-ba/actors/",
                "br-ba/actors/a/b",
                "br-ba/actors//a",
                "br-ba/actors/.a",
                "br-ba/strategies/",
                "br-ba/strategies/a b",
                "br-ba/indicators/BH",
                "br-ba/publications/é",
                "br-ba/members/BR",
                "br-ba/other/a"
            })
    void anythingElseIsNoSubject(String text) {
        assertThat(Subject.parse(text)).isEmpty();
    }

    @Test
    void aCodeOfAnActorAStrategyOrAPublicationHasAtMost64Characters() {
        assertThat(Subject.parse("br-ba/actors/" + "a".repeat(64))).isPresent();
        assertThat(Subject.parse("br-ba/actors/" + "a".repeat(65))).isEmpty();
        assertThat(Subject.parse("br-ba/strategies/" + "a".repeat(65))).isEmpty();
        assertThat(Subject.parse("br-ba/publications/" + "a".repeat(65))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a b", "-a"})
    void noSubjectIsMadeOfAMalformedCode(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Subject.ActorSubject(TERRITORY, code));
        assertThatIllegalArgumentException().isThrownBy(() -> new Subject.StrategySubject(TERRITORY, code));
        assertThatIllegalArgumentException().isThrownBy(() -> new Subject.PublicationSubject(TERRITORY, code));
        assertThat(Subject.PublicationSubject.of("br-ba", code)).isEmpty();
    }

    @Test
    void aMalformedTerritoryHasNoSubjects() {
        assertThat(Subject.within("BR", "a")).isEmpty();
        assertThat(Subject.PublicationSubject.of("BR", "a")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Subject.ActivitySubject("BR", "a"));
    }

    @ParameterizedTest
    @CsvSource({
        "br-ba, true",
        "br-ba/a, true",
        "br-ba/of/another/form, true",
        "br-bahia, false",
        "br, false",
        "br-pe/br-ba, false"
    })
    void aTextIsWithinATerritoryWhereItBeginsWithItsCode(String text, boolean isWithin) {
        assertThat(Subject.isWithin("br-ba", text)).isEqualTo(isWithin);
    }
}
