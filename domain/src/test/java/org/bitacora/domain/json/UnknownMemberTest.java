package org.bitacora.domain.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownMemberTest {

    private static final List<String> KNOWN =
            List.of("title", "on", "start", "end", "categories", "counterparts", "private", "sdgs", "by");

    @ParameterizedTest
    @CsvSource({
        "star, start",
        "strat, start",
        "Start, start",
        "catgories, categories",
        "counterpart, counterparts",
        "privado, private",
        "SDGs, sdgs",
        "ens, end",
    })
    void theClosestNameIsFound(String name, String expected) {
        assertThat(UnknownMember.closest(name, KNOWN)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"fecha", "x", "no", "ob", "''", "a", "participants"})
    void namesThatAreNotCloseHaveNoMatch(String name) {
        assertThat(UnknownMember.closest(name, KNOWN)).isEmpty();
    }

    @Test
    void aVeryLongNameHasNoMatch() {
        assertThat(UnknownMember.closest("start".repeat(200_000), KNOWN)).isEqualTo(Optional.empty());
    }

    @Test
    void theMessageStatesTheNameAndTheClosestName() {
        assertThat(UnknownMember.describe("star", KNOWN).english()).contains("star", "start");
        assertThat(UnknownMember.describe("fecha", KNOWN).english())
                .contains("fecha")
                .doesNotContain("mean");
    }
}
