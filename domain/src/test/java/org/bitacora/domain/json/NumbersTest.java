package org.bitacora.domain.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The notation of numbers. */
class NumbersTest {

    @ParameterizedTest
    @CsvSource({"1.50, 1.5", "2.000, 2", "300, 300", "3E+2, 300", "0.00, 0", "-0.10, -0.1"})
    void numbersHaveNoTrailingZerosAndNoExponent(BigDecimal number, String written) {
        assertThat(Numbers.withoutTrailingZeros(number)).hasToString(written);
        assertThat(Numbers.withoutTrailingZeros(Optional.of(number))).hasToString(written);
    }
}
