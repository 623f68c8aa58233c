package org.bitacora.projections.indicator.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitacora.domain.indicator.Grain;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.projections.indicator.EngineScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests measures other than counts. */
class ObservationEngineIT extends EngineScenario {

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    private static final String MONEY = "basic.cooperation-resources";
    private static final String IN_FORCE = "allas.agreements-in-force";

    ObservationEngineIT() {
        super(DATABASE);
    }

    private void projectWithThreeCurrencies() {
        post("a", "project.started", """
                {"title": "A", "start": "2014-05-12", "amounts": [
                 {"value": "1000", "currency": "BRL", "purpose": "cooperation"},
                 {"value": "7", "currency": "EUR", "purpose": "cooperation"},
                 {"value": "100", "currency": "USD", "purpose": "cooperation"}]}""");
    }

    @Test
    void amountsWithoutAnExchangeRateAreNamedAsMissing() {
        projectWithThreeCurrencies();

        var observation = observe(MONEY, "2014");

        assertNumber(observation, "100");
        assertThat(observation.value().missingSeries())
                .containsExactlyInAnyOrder("exchange-rate.BRL.USD", "exchange-rate.EUR.USD");
    }

    @Test
    void amountsAreConvertedByReportedRatesOfEitherDirection() {
        projectWithThreeCurrencies();
        report("exchange-rate.BRL.USD", """
                {"period": "2014", "value": 0.4, "unit": "USD/BRL"}""");
        report("exchange-rate.USD.EUR", """
                {"period": "2014-05", "value": 0.7, "unit": "EUR/USD"}""");

        var observation = observe(MONEY, "2014");

        assertNumber(observation, "510");
        assertThat(observation.value().missingSeries()).isEmpty();
    }

    @Test
    void moneyInTwoCurrenciesMakesNoRatio() {
        report("budget-international", """
                {"period": "2014", "value": 3, "unit": "USD"}""");
        report("budget-total", """
                {"period": "2014", "value": 100, "unit": "BRL"}""");

        var observation = observe("basic.budget-share", "2014");

        assertThat(observation.value().number()).isEmpty();
        assertThat(observation.value().reasonWord()).contains("other-unit");
    }

    private void agreements() {
        post("a", "agreement.signed", """
                {"title": "A", "start": "2013-05-12", "end": "2014-06-30"}""");
        post("b", "agreement.signed", """
                {"title": "B", "start": "2014-03-01"}""");
        post("b", "agreement.ended", """
                {"on": "2014-09-01"}""");
        post("c", "agreement.signed", """
                {"title": "C", "start": "2014"}""");
    }

    @Test
    void anAgreementIsInForceFromItsSignatureToItsEnd() {
        agreements();

        var observation = observe(IN_FORCE, "2014", scope(), List.of(new Grouping.TimeGrouping(Grain.QUARTER)));

        assertNumber(observation, "1");
        assertThat(observation.breakdown().orElseThrow().parts())
                .extracting(it -> it.value().number().orElseThrow().intValueExact())
                .containsExactly(2, 2, 0, 1);
    }

    @Test
    void anAgreementThatMayBeginLaterIsUnplaced() {
        agreements();

        var observation = observe(IN_FORCE, "2014-03");

        assertNumber(observation, "2");
        assertThat(observation.unplaced()).isEqualTo(1);
    }

    private static void assertNumber(Observation observation, String expected) {
        assertThat(observation.value().number().orElseThrow()).isEqualByComparingTo(expected);
    }
}
