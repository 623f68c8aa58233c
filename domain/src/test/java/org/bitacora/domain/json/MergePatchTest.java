package org.bitacora.domain.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.json.JsonText.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MergePatchTest {

    /** The examples of RFC 7396, appendix A, in which both target and patch are objects. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'a': 'b'}               | {'a': 'c'}                     | {'a': 'c'}
            {'a': 'b'}               | {'b': 'c'}                     | {'a': 'b', 'b': 'c'}
            {'a': 'b'}               | {'a': null}                    | {}
            {'a': 'b', 'b': 'c'}     | {'a': null}                    | {'b': 'c'}
            {'a': ['b']}             | {'a': 'c'}                     | {'a': 'c'}
            {'a': 'c'}               | {'a': ['b']}                   | {'a': ['b']}
            {'a': {'b': 'c'}}        | {'a': {'b': 'd', 'c': null}}   | {'a': {'b': 'd'}}
            {'a': [{'b': 'c'}]}      | {'a': [1]}                     | {'a': [1]}
            {'e': null}              | {'a': 1}                       | {'e': null, 'a': 1}
            {}                       | {'a': {'bb': {'ccc': null}}}   | {'a': {'bb': {}}}
            """)
    void theExamplesOfTheStandardAreMet(String target, String patch, String result) {
        var patched = MergePatch.apply(json(target), json(patch));

        assertThat(patched).isEqualTo(json(result));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'a': 'b'}               | {}                             | {'a': 'b'}
            {'a': 'b'}               | {'a': {'c': 1}}                | {'a': {'c': 1}}
            {'a': 'b'}               | {'a': {}}                      | {'a': {}}
            {'a': {'b': 1, 'c': 2}}  | {'a': {'c': 3}}                | {'a': {'b': 1, 'c': 3}}
            {'a': {'b': 1}}          | {'a': null}                    | {}
            {'a': [1, 2]}            | {'a': [null]}                  | {'a': [null]}
            {'a': 1}                 | {'b': null}                    | {'a': 1}
            {'a': 1}                 | {'a': true}                    | {'a': true}
            """)
    void casesWithoutAnExampleFollowTheRulesOfTheStandard(String target, String patch, String result) {
        var patched = MergePatch.apply(json(target), json(patch));

        assertThat(patched).isEqualTo(json(result));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void thePatchBetweenTwoObjectsTurnsOneIntoTheOther(long seed) {
        var random = new RandomJson(seed);
        for (int round = 0; round < 200; round++) {
            var from = random.object(3).omitNulls();
            var to = random.object(3).omitNulls();

            var patch = MergePatch.between(from, to);

            assertThat(MergePatch.apply(from, patch))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(to);
        }
    }

    @Test
    void thePatchBetweenEqualObjectsIsEmpty() {
        var same = json("{'a': {'b': [1, 2]}}");

        assertThat(MergePatch.between(same, same)).isEqualTo(Json.Obj.EMPTY);
    }
}
