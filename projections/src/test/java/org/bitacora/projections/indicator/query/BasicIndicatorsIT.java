package org.bitacora.projections.indicator.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.projections.indicator.EngineScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Tests the 25 basic indicators of the cuaderno (Step 14): each is computed from posted events or series and compared with a
 * calculation by hand.
 */
class BasicIndicatorsIT extends EngineScenario {

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    /** The values of 2014 and their calculation. */
    private static final Map<String, String> EXPECTED = new TreeMap<>(Map.ofEntries(
            Map.entry("basic.budget-share", "0.25"), // 300,000 of 120,000,000
            Map.entry("basic.fdi-share", "12.5"), // 20 of 160 million
            Map.entry("basic.leverage-share", "30"), // 6 of 20 million
            Map.entry("basic.cooperation-resources", "1800.5"), // 1,000.50 USD and 2,000 BRL at 0.4
            Map.entry("basic.agreements", "2"), // 1 more is only proposed
            Map.entry("basic.awards", "1"),
            Map.entry("basic.networks", "2"), // 3 joined, 1 of them left
            Map.entry("basic.foreign-links", "1350"), // the second half's
            Map.entry("basic.publications", "1"),
            Map.entry("basic.research-projects", "1"),
            Map.entry("basic.students-abroad", "85"),
            Map.entry("basic.international-students", "2310"),
            Map.entry("basic.exchanges-aligned", "1"), // of 2
            Map.entry("basic.exchanges", "2"),
            Map.entry("basic.companies-abroad-share", "0.75"), // 42 of 5,600
            Map.entry("basic.exports", "2000000.5"), // 1,400,000.5 and 600,000
            Map.entry("basic.new-companies", "1"), // of 2 investments 1 by a company
            Map.entry("basic.tourists", "78000"), // 1,000 + 2,000 + … + 12,000
            Map.entry("basic.large-events", "1"), // of 2 held here; the large one abroad is not hosted
            Map.entry("basic.international-projects", "3"),
            Map.entry("basic.jobs", "65"), // 40 and 25
            Map.entry("basic.joint-projects", "1"), // of 3 projects 1 names a counterpart with its type
            Map.entry("basic.plan-projects-share", "5"), // 2 aligned projects of 40 in the plan
            Map.entry("basic.visits-received", "2"), // 1 more is of 2015
            Map.entry("basic.visits-abroad", "1")));

    BasicIndicatorsIT() {
        super(DATABASE);
    }

    private void in2014(String activity, String type, String more) {
        post(activity, type, "{\"title\": \"t\", \"start\": \"2014-05-12\"%s}".formatted(more));
    }

    private void report(String series, String period, String value, String unit) {
        report(series, """
                {"period": "%s", "value": %s, "unit": "%s"}""".formatted(period, value, unit));
    }

    private void activities() {
        in2014("p1", "project.started", """
                , "objectives": ["o1"], "counterparts": [{"name": "KfW", "type": "international-organisation"}],
                  "amounts": [{"value": "1000.50", "currency": "USD", "purpose": "cooperation"}]""");
        in2014("p2", "project.started", ", \"objectives\": [\"o2\"]");
        in2014("p3", "project.started", """
                , "amounts": [{"value": "2000", "currency": "BRL", "purpose": "cooperation"},
                              {"value": "9", "currency": "BRL", "purpose": "rent"}]""");
        in2014("a1", "agreement.signed", "");
        in2014("a2", "agreement.signed", "");
        in2014("a3", "agreement.proposed", "");
        in2014("w1", "award.granted", "");
        post("n1", "alliance.joined", "{\"title\": \"n\", \"start\": \"2012\"}");
        in2014("n2", "alliance.joined", "");
        in2014("n3", "alliance.joined", "");
        post("n3", "alliance.left", "{\"on\": \"2014-11-01\"}");
        in2014("u1", "publication.appeared", "");
        in2014("r1", "research.started", "");
        in2014("x1", "exchange.carried-out", ", \"objectives\": [\"o1\"]");
        in2014("x2", "exchange.carried-out", "");
        in2014("i1", "investment.formalised", """
                , "quantities": {"jobs": 40}, "counterparts": [{"name": "Fabrica", "type": "company"}]""");
        in2014("i2", "investment.formalised", ", \"quantities\": {\"jobs\": 25}");
        in2014("e1", "event.held", ", \"role\": \"hosted\", \"scale\": \"large\"");
        in2014("e2", "event.held", ", \"role\": \"hosted\", \"scale\": \"small\"");
        in2014("e3", "event.held", ", \"role\": \"abroad\", \"scale\": \"large\"");
        in2014("v1", "visit.received", "");
        in2014("v2", "visit.received", "");
        post("v3", "visit.received", "{\"title\": \"v\", \"start\": \"2015-01-01\"}");
        in2014("m1", "mission.carried-out", "");
    }

    private void series() {
        report("budget-international", "2014", "300000", "BRL");
        report("budget-total", "2014", "120000000", "BRL");
        report("resources-fdi", "2014", "20000000", "USD");
        report("resources-total", "2014", "160000000", "USD");
        report("resources-leveraged", "2014", "6000000", "BRL");
        report("resources-projects", "2014", "20000000", "BRL");
        report("exchange-rate.BRL.USD", "2014", "0.4", "USD/BRL");
        report("foreign-links", "2014-S1", "1200", "links");
        report("foreign-links", "2014-S2", "1350", "links");
        report("students-abroad", "2014", "85", "persons");
        report("international-students", "2014", "2310", "persons");
        report("companies-abroad", "2014", "42", "companies");
        report("companies", "2014", "5600", "companies");
        report("exports", "2014-S1", "\"1400000.50\"", "USD");
        report("exports", "2014-S2", "600000", "USD");
        report("plan-projects", "2014", "40", "projects");
        for (int month = 1; month <= 12; month++) {
            report("tourists", "2014-%02d".formatted(month), month + "000", "persons");
        }
    }

    @Test
    void eachIndicatorEqualsItsCalculationByHand() {
        activities();
        series();

        var values = new TreeMap<String, String>();
        EXPECTED.keySet().forEach(code -> values.put(code, valueOf(code)));

        assertThat(values).isEqualTo(EXPECTED);
    }

    /** Returns the value of an indicator; asserts that no series is missing. */
    private String valueOf(String code) {
        var value = observe(code, "2014").value();
        assertThat(value.missingSeries()).as(code).isEmpty();
        return value.number().orElseThrow().stripTrailingZeros().toPlainString();
    }
}
