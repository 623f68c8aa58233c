package org.bitacora.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.indicator.ObservationStatus.CATCHING_UP;
import static org.bitacora.domain.indicator.ObservationStatus.INCOMPLETE;
import static org.bitacora.domain.indicator.ObservationStatus.NORMAL;
import static org.bitacora.domain.indicator.ObservationStatus.PROVISIONAL;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The status of an observation for each kind of value. */
class ObservationStatusTest {

    private static final Set<String> RATES = Set.of("exchange-rates");
    private static final Value.NumberValue TEN = Value.of(BigDecimal.TEN);

    @Test
    void aFinalValueIsNormal() {
        assertThat(ObservationStatus.of(TEN, 0)).isEqualTo(NORMAL);
    }

    @Test
    void aRevisableValueIsProvisional() {
        assertThat(ObservationStatus.of(TEN.asProvisional(), 0)).isEqualTo(PROVISIONAL);
    }

    @Test
    void aValueThatLacksASeriesIsIncompleteEvenIfItMayBeRevised() {
        assertThat(ObservationStatus.of(TEN.asProvisional().withMissingSeries(RATES), 0))
                .isEqualTo(INCOMPLETE);
    }

    @Test
    void everyValueOfATerritoryWithParkedActivitiesIsIncomplete() {
        assertThat(ObservationStatus.of(TEN, 1)).isEqualTo(INCOMPLETE);
    }

    @Test
    void aSumOfWhichNothingCanBeConvertedIsIncomplete() {
        assertThat(ObservationStatus.of(Value.unavailable(Value.MissingValueReason.NO_EXCHANGE_RATE, RATES), 0))
                .isEqualTo(INCOMPLETE);
    }

    /** Its reason says all that there is to say: nothing would make it complete. */
    @Test
    void aRatioToZeroIsNormal() {
        assertThat(ObservationStatus.of(Value.ratio(TEN, Value.ZERO, BigDecimal.ONE), 0))
                .isEqualTo(NORMAL);
    }

    @Test
    void aValueIsCatchingUpWhileTheProjectionsAreBehindTheLog() {
        assertThat(ObservationStatus.of(TEN, 0, Optional.of(7L))).isEqualTo(CATCHING_UP);
        assertThat(ObservationStatus.of(TEN, 0, Optional.empty())).isEqualTo(NORMAL);
    }

    @Test
    void theOtherStatusesStayWhileTheProjectionsAreBehindTheLog() {
        assertThat(ObservationStatus.of(TEN, 1, Optional.of(7L))).isEqualTo(INCOMPLETE);
        assertThat(ObservationStatus.of(TEN.asProvisional(), 0, Optional.of(7L)))
                .isEqualTo(PROVISIONAL);
    }

    @Test
    void wordsAreThoseOfTheContract() {
        assertThat(ObservationStatus.values())
                .extracting(ObservationStatus::word)
                .containsExactly("normal", "incomplete", "provisional", "catching-up");
    }
}
