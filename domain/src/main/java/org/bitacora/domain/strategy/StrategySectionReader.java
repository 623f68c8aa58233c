package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.bitacora.domain.activity.Currencies;
import org.bitacora.domain.activity.PartialDate;
import org.bitacora.domain.activity.Vocabularies;
import org.bitacora.domain.indicator.LocalizedText;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Detail;

/**
 * Validates an item of a section. Items used in calculations are read into their types; other items are only checked.
 */
final class StrategySectionReader {

    private static final List<String> DEGREES = List.of("low", "medium", "high");
    private static final List<String> RISKS =
            List.of("institutional", "political", "economic", "environmental", "infrastructure");
    private static final List<String> CAPABILITIES = List.of("institutional", "operational", "human");

    private StrategySectionReader() {}

    static void read(StrategySection strategySection, JsonObjectReader at) {
        switch (strategySection) {
            case OBJECTIVES -> Objective.read(at);
            case TARGETS -> Target.read(at);
            case LINKS -> StrategyLink.read(at);
            case ASSESSMENTS -> ObjectiveAssessment.read(at);
            case OVERRIDES -> StatusOverride.read(at);
            case REVIEWS -> Review.read(at);
            case INITIATIVES -> initiative(at);
            case RISKS -> risk(at);
            case CAPABILITIES -> capability(at);
        }
    }

    /** An initiative: the activities that serve objectives, with owner, budget, funding and milestones. */
    private static void initiative(JsonObjectReader at) {
        at.allowOnly(List.of(
                "code", "name", "owner", "objectives", "budget", "funding", "milestones", "activities", "review"));
        StrategyCodes.readCode(at, "code");
        LocalizedText.readRequired(at, "name");
        at.optionalText("owner");
        at.texts("objectives");
        at.texts("activities");
        word(at, "funding", Vocabularies.FUNDING);
        if (at.has("budget")) {
            at.child("budget").ifPresent(StrategySectionReader::budget);
        }
        at.objects("milestones").forEach(StrategySectionReader::milestone);
    }

    private static void budget(JsonObjectReader at) {
        at.allowOnly(List.of("value", "currency"));
        if (at.number("value").filter(it -> it.signum() >= 0).isEmpty()) {
            at.addViolation("value", Detail.of("Expected a non-negative amount, for example \"120000.00\"."));
        }
        if (!Currencies.exists(at.requiredText("currency"))) {
            at.addViolation("currency", Detail.of("Unknown currency. Expected an ISO 4217 code, for example BRL."));
        }
    }

    private static void milestone(JsonObjectReader at) {
        at.allowOnly(List.of("name", "due", "done"));
        LocalizedText.readRequired(at, "name");
        for (var date : List.of("due", "done")) {
            if (at.has(date) && at.object().text(date).flatMap(PartialDate::of).isEmpty()) {
                at.addViolation(date, Detail.of("Expected a date, for example 2014-05-12, 2014-05 or 2014."));
            }
        }
    }

    /** A risk (cuaderno, Step 9): type, probability, impact and response. */
    private static void risk(JsonObjectReader at) {
        at.allowOnly(List.of("code", "name", "type", "probability", "impact", "response", "review"));
        StrategyCodes.readCode(at, "code");
        LocalizedText.readRequired(at, "name");
        word(at, "type", RISKS);
        word(at, "probability", DEGREES);
        word(at, "impact", DEGREES);
        at.optionalText("response");
    }

    /** A capability (cuaderno, Step 12): type, current level and gap. */
    private static void capability(JsonObjectReader at) {
        at.allowOnly(List.of("code", "name", "type", "level", "gap", "review"));
        StrategyCodes.readCode(at, "code");
        LocalizedText.readRequired(at, "name");
        word(at, "type", CAPABILITIES);
        word(at, "level", DEGREES);
        at.optionalText("gap");
    }

    private static void word(JsonObjectReader at, String member, List<String> words) {
        at.oneOf(member, words, it -> it, words.getFirst());
    }

    /** A day; a violation is added if it is missing or invalid. */
    static LocalDate day(JsonObjectReader at, String member) {
        try {
            return at.object().text(member).map(LocalDate::parse).orElseThrow();
        } catch (DateTimeException | NoSuchElementException _) {
            at.addViolation(member, Detail.of("Expected a day, for example 2014-01-01."));
            return LocalDate.MIN;
        }
    }

    /** A period; a violation is added if it is missing or invalid. */
    static Period period(JsonObjectReader at) {
        return at.object().text("period").flatMap(Period::parseOne).orElseGet(() -> {
            at.addViolation("period", Detail.of("Expected one period, for example 2014."));
            return new Period("", LocalDate.MIN, LocalDate.MIN);
        });
    }

    /** A whole number in a range; a violation is added if it is missing or invalid. */
    static int whole(JsonObjectReader at, String member, int min, int max) {
        var number = at.number(member).orElse(BigDecimal.valueOf(min));
        boolean fits = number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(min)) >= 0
                && number.compareTo(BigDecimal.valueOf(max)) <= 0;
        if (!fits) {
            at.addViolation(member, Detail.of("Expected a whole number from {0} to {1}.", min, max));
        }
        return fits ? number.intValue() : min;
    }
}
