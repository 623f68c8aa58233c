package org.bitacora.exchange.sdmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.ObservationStatus;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.Value;
import org.bitacora.exchange.sdmx.MessagePart.SdmxObservation;
import org.bitacora.projections.indicator.IndicatorCatalogue;
import org.bitacora.projections.indicator.change.ObservationChange;
import org.bitacora.projections.projector.CheckpointRepository.TerritoryPosition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that SDMX shows the status of an observation, both in a complete export and in an update. */
class SdmxObservationTest {

    private static final Map<ObservationStatus, String> CODES = Map.of(
            ObservationStatus.NORMAL, "A", ObservationStatus.PROVISIONAL, "P", ObservationStatus.INCOMPLETE, "U");
    private static final Period YEAR = Period.parseOne("2014").orElseThrow();
    private static final Value.NumberValue TEN = Value.of(BigDecimal.TEN);
    private static final Set<String> RATES = Set.of("exchange-rate.EUR.USD");
    private static final Definition DEFINITION =
            IndicatorCatalogue.read().find("bh.investments").orElseThrow();

    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void theStatusIsThatOfTheObservation(long parkedSubjects) {
        var values = List.of(
                TEN,
                TEN.asProvisional(),
                TEN.withMissingSeries(RATES),
                Value.unavailable(Value.MissingValueReason.NO_EXCHANGE_RATE, RATES));
        for (var value : values) {
            var expected = ObservationStatus.of(value, parkedSubjects);
            var harvested = SdmxObservation.of(
                    new Observation(YEAR, value, 0, Optional.empty()),
                    new TerritoryPosition("br-ba", "Bahia", 7, parkedSubjects, Optional.empty()));
            var updated = SdmxObservation.of(
                    new ObservationChange(DEFINITION, YEAR, Optional.empty(), value, expected, 0, List.of()));

            assertThat(harvested.status()).isEqualTo(CODES.get(expected));
            assertThat(updated).isEqualTo(harvested);
        }
    }
}
