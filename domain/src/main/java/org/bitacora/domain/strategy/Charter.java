package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.indicator.LocalizedText;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.JsonObjectReader;

/**
 * What a strategy says of itself.
 *
 * @param name what people call it
 * @param period the years of the plan
 * @param vision where it wants to come
 * @param alignedWith the plan that it serves
 * @param minimumCoverage which part of the weights must be known for a mean, from 0 to 1
 * @param perspectives from where it is looked at
 */
public record Charter(
        LocalizedText name,
        Optional<Period> period,
        LocalizedText vision,
        LocalizedText alignedWith,
        BigDecimal minimumCoverage,
        List<Perspective> perspectives) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** The four of the cuaderno's scorecard (line 3569), where a charter names none. */
    private static final List<Perspective> DEFAULT_PERSPECTIVES = List.of(
            usual("internal", "Interna", "Interna", "Internal"),
            usual("external", "Externa", "Externa", "External"),
            usual("financial", "Financiera", "Financeira", "Financial"),
            usual("learning", "Aprendizaje", "Aprendizado", "Learning"));

    public Charter {
        perspectives = List.copyOf(perspectives);
    }

    /**
     * From where a strategy is looked at.
     *
     * @param weight in percent of the whole; empty where all weigh the same
     */
    public record Perspective(String code, LocalizedText name, Optional<BigDecimal> weight) {}

    private static Perspective usual(String code, String es, String pt, String en) {
        return new Perspective(code, new LocalizedText(es, pt, en), Optional.empty());
    }

    /** Reads a charter; what is wrong is noted. */
    static Charter read(JsonObjectReader at) {
        at.allowOnly(List.of("name", "period", "vision", "alignedWith", "minimumCoverage", "perspectives", "template"));
        at.text("template", false);
        var period = at.object().text("period").flatMap(Period::parseOne);
        if (period.isEmpty()) {
            at.addViolation("period", "The years of the plan are wanted, such as 2014/2017.");
        }
        var coverage = at.number("minimumCoverage").orElse(HALF);
        if (coverage.signum() < 0 || coverage.compareTo(BigDecimal.ONE) > 0) {
            at.addViolation("minimumCoverage", "A number from 0 to 1 is wanted.");
        }
        var named =
                at.objects("perspectives").stream().map(Charter::perspective).toList();
        return new Charter(
                LocalizedText.read(at, "name", true),
                period,
                LocalizedText.read(at, "vision", false),
                LocalizedText.read(at, "alignedWith", false),
                coverage,
                named.isEmpty() ? DEFAULT_PERSPECTIVES : named);
    }

    private static Perspective perspective(JsonObjectReader at) {
        at.allowOnly(List.of("code", "name", "weight"));
        return new Perspective(
                StrategyCodes.readCode(at, "code"), LocalizedText.read(at, "name", true), StrategyCodes.readWeight(at));
    }
}
