package org.bitacora.api.indicator;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.bitacora.api.answer.Answers;
import org.bitacora.api.answer.Ask;
import org.bitacora.api.answer.Where;
import org.bitacora.api.problem.ProblemException;
import org.bitacora.api.territory.AsOf;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.follow.Positions;
import org.bitacora.projections.indicator.Figures;
import org.bitacora.projections.indicator.Question;

/** Puts what a request asks to the figures, as known at the moment that it names. */
@Singleton
class Observing {

    private final Figures figures;
    private final Positions positions;
    private final AsOf asOf;

    Observing(Figures figures, Positions positions, AsOf asOf) {
        this.figures = figures;
        this.positions = positions;
        this.asOf = asOf;
    }

    /** What was observed, as known when, and which subjects were parked then. */
    record Observed(AsOf.Moment moment, List<Observation> observations, List<String> parked) {}

    static Question question(Ask ask, String territory, Definition definition, Optional<Grouping> by) {
        return new Question(territory, definition, periods(ask), Where.of(ask), by);
    }

    Uni<Observed> observe(Ask ask, Question question, Answers.Known known) {
        var reached = known.reached();
        return asOf.of(ask, question.territory(), reached).flatMap(moment -> {
            var parked = reached.parked() == 0 ? Uni.createFrom().item(List.<String>of()) : parked(moment);
            return parked.flatMap(subjects -> figures.observe(question, moment.position())
                    .map(observations -> new Observed(moment, observations, subjects)));
        });
    }

    private Uni<List<String>> parked(AsOf.Moment moment) {
        return positions.parked(moment.territory().code).map(all -> all.stream()
                .filter(it -> it.position() <= moment.position())
                .map(Positions.Parked::subject)
                .toList());
    }

    private static List<Period> periods(Ask ask) {
        var text = ask.parameter("period")
                .orElseThrow(() -> ProblemException.parameter("period", "A period is needed, such as 2014."));
        return Period.parse(text)
                .orElseThrow(() -> ProblemException.parameter(
                        "period",
                        "A period is wanted: 2014, 2014-S1, 2014-Q1, 2014-05, 2012..2015 (each) or 2012/2015 (one span);"
                                + " at most " + Period.MOST + "."));
    }
}
