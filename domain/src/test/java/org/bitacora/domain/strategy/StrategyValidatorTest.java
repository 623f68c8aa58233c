package org.bitacora.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitacora.domain.json.JsonText;
import org.bitacora.domain.refusal.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contradictions between the items of a strategy. */
class StrategyValidatorTest {

    private static final String SOUND = """
            {'name': 'S', 'period': '2014/2017', 'perspectives': [{'code': 'p', 'name': 'P', 'weight': 100}],
             'objectives': [{'code': 'o1', 'name': 'A', 'perspective': 'p', 'weight': 70, 'measures': [
                                {'code': 'a', 'indicator': 'x', 'weight': 100}]},
                            {'code': 'o2', 'name': 'B', 'perspective': 'p', 'weight': 30, 'measures': [
                                {'code': 'b', 'indicator': 'x'}]},
                            {'code': 'o3', 'name': 'C', 'perspective': 'p', 'weight': 0}],
             'targets': [{'measure': 'a', 'path': {'2015': 3}}],
             'links': [{'from': 'o1', 'to': 'o2', 'hypothesis': 'H'}, {'from': 'o2', 'to': 'o3', 'hypothesis': 'H'}]}""";

    private static List<Violation> violations(String json) {
        return StrategyValidator.violations(
                Strategy.of(StrategyDocument.of(JsonText.json(json))).orElseThrow());
    }

    @Test
    void aConsistentStrategyHasNoViolations() {
        assertThat(violations(SOUND)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'weight': 70         | 'weight': 60          | /objectives/o1 | add up to 100",
                "'weight': 30,        | `                     ` | /objectives/o1 | add up to 100",
                "'x', 'weight': 100   | 'x', 'weight': 99     | /objectives/o1 | add up to 100",
                "'name': 'P', 'weight': 100} | 'name': 'P'}, {'code': 'p', 'name': 'Q'} | /perspectives | the same code",
                "'P', 'weight': 100   | 'P', 'weight': 90     | /perspectives  | add up to 100",
                "'perspective': 'p', 'weight': 0 | 'perspective': 'q' | /objectives/o3 | There is no perspective q",
                "'code': 'b'          | 'code': 'a'           | /objectives/a  | Two measures",
                "'measure': 'a'       | 'measure': 'z'        | /targets/z     | There is no measure z",
                "'2015': 3            | '2019': 3             | /targets/a     | 2019 is outside the plan",
                "'from': 'o1'         | 'from': 'o9'          | /links/o9 o2   | There is no objective o9",
                "'from': 'o1'         | 'from': 'o3'          | /links/o2      | Circular links",
            })
    void aContradictionIsReportedWithItsPointer(String old, String changed, String pointer, String detail) {
        assertThat(SOUND).contains(old);

        assertThat(violations(SOUND.replace(old, changed))).anySatisfy(it -> {
            assertThat(it.pointer().value()).isEqualTo(pointer);
            assertThat(it.detail().english()).contains(detail);
        });
    }
}
