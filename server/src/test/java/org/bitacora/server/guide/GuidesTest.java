package org.bitacora.server.guide;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks of the guides that need no running application. */
class GuidesTest {

    private static final Pattern LINK = Pattern.compile("]\\((?!http)([^)]+)\\)");
    private static final Pattern CURL_THAT_HIDES_ERRORS = Pattern.compile("\\bcurl (?!-fsS)");

    private static List<List<String>> shape(Guide guide) {
        return guide.steps().stream()
                .map(it -> it.shown().stream().map(DocumentedAnswer::language).toList())
                .toList();
    }

    @Test
    void eachPageExistsInThreeLanguagesWithTheSameSteps() {
        var roles = Guide.all().stream().collect(groupingBy(Guide::role));

        assertThat(roles).containsOnlyKeys("dashboard", "sender", "partner", "office");
        assertThat(roles.values()).allSatisfy(pages -> {
            assertThat(pages).extracting(Guide::language).containsExactlyInAnyOrder("es", "pt", "en");
            assertThat(pages.stream().map(GuidesTest::shape).distinct()).hasSize(1);
        });
    }

    @ParameterizedTest
    @MethodSource("org.bitacora.server.guide.Guide#all")
    void noCommandHidesAFailure(Guide guide) {
        assertThat(guide.steps())
                .allSatisfy(it -> assertThat(it.commands()).doesNotContainPattern(CURL_THAT_HIDES_ERRORS));
    }

    @ParameterizedTest
    @MethodSource("org.bitacora.server.guide.Guide#all")
    void eachLinkHasATarget(Guide guide) {
        assertThat(LINK.matcher(guide.text()).results().map(it -> it.group(1)))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(Guide.FOLDER.resolve(it)).exists());
    }
}
