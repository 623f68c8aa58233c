package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.activity.DataViolations.violatedPointers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityDataValidatorValuesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'role': 'guest'}                                            | /data/role
            {'motivation': 'Planned'}                                    | /data/motivation
            {'dimension': 'sport'}                                       | /data/dimension
            {'scale': 'huge'}                                            | /data/scale
            {'funding': 'luck'}                                          | /data/funding
            {'transition': 'signed'}                                     | /data/transition
            {'categories': ['visit-received', 'party']}                  | /data/categories/1
            {'categories': 'visit-received'}                             | /data/categories
            {'counterparts': [{'type': 'company'}, {'type': 'friend'}]}  | /data/counterparts/1/type
            """)
    void aWordOutsideItsClosedVocabularyIsRefused(String data, String place) {
        assertThat(violatedPointers(data)).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'counterparts': [{'country': 'ZZ'}]}    | /data/counterparts/0/country
            {'counterparts': [{'country': 'ar'}]}    | /data/counterparts/0/country
            {'counterparts': [{'country': 'ARG'}]}   | /data/counterparts/0/country
            {'counterparts': [{'country': 32}]}      | /data/counterparts/0/country
            {'place': {'country': 'UK'}}             | /data/place/country
            """)
    void anUnknownCountryIsRefused(String data, String place) {
        assertThat(violatedPointers(data)).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "18", "-1", "1.5", "'11'", "null", "1E+2"})
    void aGoalOutsideTheSeventeenIsRefused(String goal) {
        assertThat(violatedPointers("{'sdgs': [1, " + goal + "]}")).isEqualTo("/data/sdgs/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "17", "5.0", "1E+1"})
    void aGoalMayBeWrittenInAnyNotationOfAWholeNumber(String goal) {
        assertThat(violatedPointers("{'sdgs': [" + goal + "]}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0.01", "'12'", "1E+15", "true", "{}", "1E-21"})
    void aNegativeNonNumericOrExcessiveQuantityIsRefused(String quantity) {
        assertThat(violatedPointers("{'quantities': {'jobs': 1, 'm/s': " + quantity + "}}"))
                .isEqualTo("/data/quantities/m~1s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "12", "0.5", "999999999999999", "1E+3"})
    void aQuantityMayBeAnyNonNegativeNumber(String quantity) {
        assertThat(violatedPointers("{'quantities': {'jobs': " + quantity + "}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"120000.00", "'-1'", "'1,5'", "'1.'", "'.5'", "'1E3'", "''", "'1234567890123456'", "'1.1234567'"
            })
    void moneyIsADecimalInAString(String value) {
        assertThat(violatedPointers("{'amounts': [{'value': " + value + ", 'currency': 'BRL'}]}"))
                .isEqualTo("/data/amounts/0/value");
    }

    @Test
    void moneyHasAValueAndACurrencyOfTheStandard() {
        assertThat(violatedPointers("{'amounts': [{'value': '0', 'currency': 'ARS'}]}"))
                .isEmpty();
        assertThat(violatedPointers("{'amounts': [{'value': '1.123456', 'currency': 'brl'}]}"))
                .isEqualTo("/data/amounts/0/currency");
        assertThat(violatedPointers("{'amounts': [{'value': '1', 'currency': 'BRR'}]}"))
                .isEqualTo("/data/amounts/0/currency");
        assertThat(violatedPointers("{'amounts': [{'currency': 'BRL'}]}")).isEqualTo("/data/amounts/0/value");
        assertThat(violatedPointers("{'amounts': [{'value': '1'}]}")).isEqualTo("/data/amounts/0/currency");
        assertThat(violatedPointers("{'amounts': [{'value': '1', 'currency': 'BRL', 'purpose': 1}]}"))
                .isEqualTo("/data/amounts/0/purpose");
        assertThat(violatedPointers("{'amounts': ['1 BRL']}")).isEqualTo("/data/amounts/0");
    }

    @ParameterizedTest
    @CsvSource({"title, 1000", "results, 20000", "joint, 200"})
    void aTextHasAMaximumLength(String member, int most) {
        assertThat(violatedPointers("{'" + member + "': '" + "x".repeat(most) + "'}"))
                .isEmpty();
        assertThat(violatedPointers("{'" + member + "': '" + "x".repeat(most + 1) + "'}"))
                .isEqualTo("/data/" + member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"themes", "objectives", "links"})
    void aListHoldsTexts(String member) {
        assertThat(violatedPointers("{'" + member + "': ['a', 'b']}")).isEmpty();
        assertThat(violatedPointers("{'" + member + "': ['a', 2]}")).isEqualTo("/data/" + member + "/1");
        assertThat(violatedPointers("{'" + member + "': {'a': 1}}")).isEqualTo("/data/" + member);
    }
}
