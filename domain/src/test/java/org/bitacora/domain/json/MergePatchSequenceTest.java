package org.bitacora.domain.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A sequence of patches has the same effect as its patches one after the other. */
class MergePatchSequenceTest {

    private static final int SEQUENCES = 20_000;

    @Test
    void aSequenceHasTheEffectOfItsPatchesOneByOne() {
        for (long seed = 1; seed <= SEQUENCES; seed++) {
            var random = new Random(seed);
            var target = object(random, 2).omitNulls();
            var first = object(random, 2);
            var second = object(random, 2);
            var third = object(random, 2);

            var oneByOne = target;
            for (var patch : List.of(first, second, third)) {
                oneByOne = MergePatch.apply(oneByOne, patch);
            }

            var appended = MergePatchSequence.of(first).then(second).then(third);
            var joined = MergePatchSequence.of(first)
                    .then(MergePatchSequence.of(second).then(third));
            assertThat(appended.applyTo(target)).as("seed %d", seed).isEqualTo(oneByOne);
            assertThat(joined.applyTo(target)).as("seed %d", seed).isEqualTo(oneByOne);
        }
    }

    @Test
    void anObjectAfterARemovalReplacesTheMember() {
        var removal = JsonText.json("{'place': null}");
        var object = JsonText.json("{'place': {'city': 'Salvador'}}");

        var sequence = MergePatchSequence.of(removal).then(object);

        assertThat(sequence.applyTo(JsonText.json("{'place': {'country': 'AR'}}")))
                .isEqualTo(object);
    }

    private static Json.Obj object(Random random, int depth) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            members.put(List.of("a", "b", "c").get(random.nextInt(3)), value(random, depth));
        }
        return new Json.Obj(members);
    }

    private static Json value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 6)) {
            case 0 -> new Json.Null();
            case 1 -> Json.of(random.nextInt(3));
            case 2 -> Json.texts("x");
            default -> object(random, depth - 1);
        };
    }
}
