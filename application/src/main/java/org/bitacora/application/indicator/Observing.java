package org.bitacora.application.indicator;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.ProblemException;
import org.bitacora.application.request.Where;
import org.bitacora.application.territory.AsOf;
import org.bitacora.domain.indicator.Breaking;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.indicator.Question;
import org.bitacora.projections.indicator.query.Figures;
import org.bitacora.projections.projector.Positions.Reached;

/** Puts what a request asks to the figures, as known at the moment that it names. */
@Singleton
public class Observing {

    /** How many persons a figure can be asked for. */
    private static final long MOST_PERSONS = 1_000_000_000;

    private final Figures figures;
    private final Scoping scoping;

    Observing(Figures figures, Scoping scoping) {
        this.figures = figures;
        this.scoping = scoping;
    }

    /** What one version of a definition comes to. */
    public record Version(Definition definition, List<Observation> observations) {}

    /** What was observed, of whom and as known when. */
    public record Observed(Scoping.Scoped scoped, List<Version> versions) {
        public AsOf.Moment moment() {
            return scoped.moment();
        }

        public List<String> parked() {
            return scoped.parked();
        }

        public List<Observation> observations() {
            return versions.getFirst().observations();
        }
    }

    public static Question question(Ask ask, Definition definition, List<Grouping> by) {
        var asked = per(ask, definition);
        if (!Breaking.isPossible(asked.measure(), by)) {
            throw ProblemException.parameter(
                    "by",
                    definition.code() + " cannot be broken down so: at most by two things and by one measure of time;"
                            + " what was reported by time alone.");
        }
        return new Question(asked, periods(ask), Where.of(ask), by);
    }

    /** The definition for so many inhabitants, where a request asks for that. */
    public static Definition per(Ask ask, Definition definition) {
        var persons = ask.number("per");
        if (persons.isEmpty()) {
            return definition;
        }
        return persons.filter(it -> it > 0 && it <= MOST_PERSONS)
                .flatMap(definition::perInhabitants)
                .orElseThrow(() -> ProblemException.parameter(
                        "per", "A number of inhabitants is wanted, of an indicator that is not a ratio itself."));
    }

    public Uni<Observed> observe(Ask ask, String territory, List<Question> questions, Reached reached) {
        return scoping.of(ask, territory, reached).flatMap(scoped -> observe(questions, scoped));
    }

    /** As known at a moment. */
    public Uni<Observed> observe(List<Question> questions, Scoping.Scoped scoped) {
        var group = scoped.moment().territory().code;
        var versions = new ArrayList<Uni<Version>>();
        questions.forEach(question -> versions.add(figures.observe(question, scoped.scope())
                .map(byGroup -> new Version(question.definition(), byGroup.getOrDefault(group, List.of())))));
        return Uni.join().all(versions).andFailFast().map(observed -> new Observed(scoped, observed));
    }

    static List<Period> periods(Ask ask) {
        return Period.parse(period(ask))
                .orElseThrow(() -> ProblemException.parameter(
                        "period",
                        "A period is wanted: 2014, 2014-S1, 2014-Q1, 2014-05, 2012..2015 (each) or 2012/2015 (one span);"
                                + " at most " + Period.MOST + "."));
    }

    public static Period onePeriod(Ask ask) {
        return Optional.of(periods(ask))
                .filter(it -> it.size() == 1)
                .map(List::getFirst)
                .orElseThrow(() -> ProblemException.parameter("period", "One period is wanted here."));
    }

    private static String period(Ask ask) {
        return ask.parameter("period")
                .orElseThrow(() -> ProblemException.parameter("period", "A period is needed, such as 2014."));
    }

    public static List<Grouping> groupings(Ask ask) {
        return ask.values("by").stream()
                .map(word -> Grouping.of(word)
                        .orElseThrow(() -> ProblemException.parameter(
                                "by", "One or two of " + String.join(", ", Grouping.words()) + " are wanted.")))
                .toList();
    }
}
