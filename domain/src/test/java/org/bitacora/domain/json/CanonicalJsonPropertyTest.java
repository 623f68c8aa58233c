package org.bitacora.domain.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class CanonicalJsonPropertyTest {

    private static final int TREES = 3_000;

    @Test
    void theCanonicalFormEqualsThatOfTheReferenceLibrary() throws IOException {
        for (long seed = 1; seed <= TREES; seed++) {
            var random = new RandomJson(seed);
            var tree = random.object(4);
            var written = random.written(tree);

            var text = CanonicalJson.text(tree);

            assertThat(text)
                    .as("seed %d: %s", seed, written)
                    .isEqualTo(new JsonCanonicalizer(written).getEncodedString());
        }
    }

    @Test
    void tinyNumbersAreWrittenAsByTheReferenceLibrary() throws IOException {
        for (long bits = 1; bits <= 2_000; bits++) {
            var number = Double.toString(Double.longBitsToDouble(bits));

            var text = CanonicalJson.text(new Json.Arr(List.of(new Json.Num(new BigDecimal(number)))));

            assertThat(text).isEqualTo(new JsonCanonicalizer("[" + number + "]").getEncodedString());
        }
    }
}
