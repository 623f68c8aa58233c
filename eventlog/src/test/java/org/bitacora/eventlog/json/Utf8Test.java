package org.bitacora.eventlog.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {

    @Test
    void charactersMayCrossTheBorderOfAChunk() {
        for (int shift = 0; shift < 4; shift++) {
            var text = "x".repeat(shift) + "\uD83D\uDEA2€ñ".repeat(3_000);
            assertThat(Utf8.isWellFormed(text.getBytes(StandardCharsets.UTF_8))).isTrue();
            assertThat(Utf8.isWellFormed((text + "\uD83D").getBytes(StandardCharsets.UTF_16BE)))
                    .isFalse();
        }
    }

    @Test
    void theResultEqualsThatOfTheStrictDecoderOfJava() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            var bytes = new byte[random.nextInt(4)];
            random.nextBytes(bytes);
            var decoded = new String(bytes, StandardCharsets.UTF_8);
            assertThat(Utf8.isWellFormed(bytes))
                    .as("seed %d", seed)
                    .isEqualTo(!decoded.contains("\uFFFD") || isReplacement(bytes));
        }
    }

    private static boolean isReplacement(byte[] bytes) {
        return bytes.length == 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbf && bytes[2] == (byte) 0xbd;
    }

    @Test
    void emptyInputIsWellFormed() {
        assertThat(Utf8.isWellFormed(new byte[0])).isTrue();
    }
}
