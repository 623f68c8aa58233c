package org.bitacora.api.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.bitacora.domain.strategy.StrategyDocument;
import org.bitacora.projections.strategy.StrategyVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which versions of a strategy a header {@code If-Match} allows to be revised. */
class StrategyVersionTagTest {

    private static final StrategyVersion LATEST =
            new StrategyVersion("br-x", "ppag.2014", 12, Instant.EPOCH, StrategyDocument.EMPTY);

    private static boolean allows(@Nullable String ifMatch, Optional<StrategyVersion> latest) {
        return StrategyVersionTag.expectedVersion(ifMatch, "ppag.2014").allows(latest);
    }

    @Test
    void withoutTheHeaderAnyVersionWillDo() {
        assertThat(allows(null, Optional.of(LATEST))).isTrue();
        assertThat(allows(null, Optional.empty())).isTrue();
    }

    @Test
    void aStarNeedsAVersion() {
        assertThat(allows("*", Optional.of(LATEST))).isTrue();
        assertThat(allows("*", Optional.empty())).isFalse();
    }

    @Test
    void theTagOfAVersionAllowsThatVersion() {
        assertThat(allows(StrategyVersionTag.of(LATEST), Optional.of(LATEST))).isTrue();
        assertThat(allows(StrategyVersionTag.of(LATEST), Optional.empty())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"ppag.2014-11\", \"ppag.2014-12\"", "\"ppag.2014-11\"ppag.2014-12\"", "W/\"ppag.2014-12\""})
    void oneOfSeveralTagsIsEnough(String ifMatch) {
        assertThat(allows(ifMatch, Optional.of(LATEST))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"ppag.2014-11\"",
                "\"ppag.2014-120\"",
                "\"ppag.2014-012\"",
                "\"ppag-2014-12\"",
                "ppag.2014-12",
                "\"ppag.2014-99999999999999999999\"",
                "* "
            })
    void anotherTagAllowsNoVersion(String ifMatch) {
        assertThat(allows(ifMatch, Optional.of(LATEST))).isFalse();
    }
}
