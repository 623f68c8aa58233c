package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.indicator.LocalizedText;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Detail;

/**
 * The general part of a strategy.
 *
 * @param name the display name
 * @param period the years of the plan
 * @param vision the vision
 * @param alignedWith the plan with which the strategy is aligned
 * @param minimumCoverage the share of the weights that must be known for a mean, from 0 to 1
 * @param perspectives the perspectives of the scorecard
 */
public record Charter(
        LocalizedText name,
        Optional<Period> period,
        LocalizedText vision,
        LocalizedText alignedWith,
        BigDecimal minimumCoverage,
        List<Perspective> perspectives) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** The four perspectives of the cuaderno's scorecard (line 3569), used if a charter names none. */
    private static final List<Perspective> DEFAULT_PERSPECTIVES = List.of(
            defaultPerspective("internal", "Interna", "Interna", "Internal"),
            defaultPerspective("external", "Externa", "Externa", "External"),
            defaultPerspective("financial", "Financiera", "Financeira", "Financial"),
            defaultPerspective("learning", "Aprendizaje", "Aprendizado", "Learning"));

    public Charter {
        perspectives = List.copyOf(perspectives);
    }

    /**
     * A perspective of the scorecard.
     *
     * @param weight the weight in percent of the whole strategy; empty if all perspectives have the same weight
     */
    public record Perspective(String code, LocalizedText name, Optional<BigDecimal> weight) {}

    private static Perspective defaultPerspective(String code, String es, String pt, String en) {
        return new Perspective(code, new LocalizedText(es, pt, en), Optional.empty());
    }

    /** Reads a charter and adds the violations to the reader. */
    static Charter read(JsonObjectReader at) {
        at.allowOnly(List.of("name", "period", "vision", "alignedWith", "minimumCoverage", "perspectives", "template"));
        at.optionalText("template");
        var period = at.object().text("period").flatMap(Period::parseOne);
        if (period.isEmpty()) {
            at.addViolation("period", Detail.of("Expected the years of the plan, for example 2014/2017."));
        }
        var coverage = at.number("minimumCoverage").orElse(HALF);
        if (coverage.signum() < 0 || coverage.compareTo(BigDecimal.ONE) > 0) {
            at.addViolation("minimumCoverage", Detail.of("Expected a number from 0 to 1."));
        }
        var perspectives =
                at.objects("perspectives").stream().map(Charter::perspective).toList();
        return new Charter(
                LocalizedText.readRequired(at, "name"),
                period,
                LocalizedText.readOptional(at, "vision"),
                LocalizedText.readOptional(at, "alignedWith"),
                coverage,
                perspectives.isEmpty() ? DEFAULT_PERSPECTIVES : perspectives);
    }

    private static Perspective perspective(JsonObjectReader at) {
        at.allowOnly(List.of("code", "name", "weight"));
        return new Perspective(
                StrategyCodes.readCode(at, "code"),
                LocalizedText.readRequired(at, "name"),
                StrategyCodes.readWeight(at));
    }
}
