package org.bitacora.server.channel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitacora.api.indicator.ChangesResponse.ChangeResponse;
import org.bitacora.channels.message.ObservationMessage;
import org.bitacora.domain.indicator.ObservationStatus;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.Value;
import org.bitacora.projections.indicator.IndicatorCatalogue;
import org.bitacora.projections.indicator.change.ObservationChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that all channels show the same status of an observation and that none computes its own. */
class ObservationStatusTest {

    private static final Value.NumberValue TEN = Value.of(BigDecimal.TEN);
    private static final Set<String> RATES = Set.of("exchange-rate.EUR.USD");

    static Stream<ObservationChange> changes() {
        return Stream.of(
                        TEN,
                        TEN.asProvisional(),
                        TEN.withMissingSeries(RATES),
                        Value.unavailable(Value.MissingValueReason.NO_EXCHANGE_RATE, RATES))
                .flatMap(value -> Stream.of(0L, 1L).map(parked -> change(value, ObservationStatus.of(value, parked))));
    }

    private static ObservationChange change(Value value, ObservationStatus observationStatus) {
        return new ObservationChange(
                IndicatorCatalogue.read().find("bh.investments").orElseThrow(),
                Period.parseOne("2014").orElseThrow(),
                Optional.empty(),
                value,
                observationStatus,
                0,
                List.of());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changesAndMessagesShowTheStatusOfTheObservation(ObservationChange observationChange) {
        var expected = observationChange.status().word();

        assertThat(ChangeResponse.of(observationChange, 7).status()).isEqualTo(expected);
        assertThat(ObservationMessage.of("br-ba", observationChange, 7).status())
                .isEqualTo(expected);
    }

    /** Only domain and projections may call {@code isProvisional}: any other caller would compute a second status. */
    @Test
    void nothingAboveTheProjectionsComputesAStatus() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.bitacora.domain..", "org.bitacora.projections..")
                .should()
                .callMethod(Value.class, "isProvisional")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.bitacora"));
    }
}
