package org.bitacora.application.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.domain.strategy.ReviewDecider;
import org.bitacora.domain.strategy.ReviewDecider.ReviewProposal;
import org.bitacora.domain.strategy.StrategyEvent.SectionItemStated;
import org.bitacora.domain.strategy.StrategySection;

/** Records reviews, beside the scorecard of their period. */
@Singleton
public class ReviewService {

    private static final String CHANGES = "changes";

    private final StrategyService strategyService;
    private final ScorecardService scorecardService;

    ReviewService(StrategyService strategyService, ScorecardService scorecardService) {
        this.strategyService = strategyService;
        this.scorecardService = scorecardService;
    }

    public Uni<StrategyService.StrategyRevisionResult> review(
            StrategyService.StrategyRevisionContext strategyRevisionContext, Json.Obj body) {
        var review = StrategyParser.parseSection(StrategySection.REVIEWS, List.of(), body.without(CHANGES));
        if (body.get(CHANGES).filter(it -> !(it instanceof Json.Obj)).isPresent()) {
            throw ProblemException.invalid("/" + CHANGES, "An object of lists is wanted.");
        }
        var proposal = new ReviewProposal(review, parseChanges(body.object(CHANGES)));
        var period = Period.parseOne(review.text("period").orElseThrow()).orElseThrow();
        return scorecardService
                .currentScorecard(strategyRevisionContext.territory(), strategyRevisionContext.code(), period)
                .flatMap(computedScorecard -> strategyService.change(
                        strategyRevisionContext,
                        (decider, before) ->
                                ReviewDecider.decide(decider, before, proposal, computedScorecard.scorecard())));
    }

    private static List<SectionItemStated> parseChanges(Json.Obj changes) {
        var found = new ArrayList<Violation>();
        var stated = new ArrayList<SectionItemStated>();
        changes.members().forEach((word, list) -> {
            var at = Pointer.ROOT.child(CHANGES).child(word);
            var part = StrategySection.of(word).filter(StrategySection::isPlanned);
            if (part.isEmpty() || !(list instanceof Json.Arr(var items))) {
                found.add(new Violation(at, "Lists of objectives, targets, links and the like are wanted."));
                return;
            }
            for (int i = 0; i < items.size(); i++) {
                var item = items.get(i) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
                var event = new SectionItemStated(part.get(), item);
                found.addAll(event.validate(at.child(i)));
                stated.add(event);
            }
        });
        StrategyParser.rejectViolations(found);
        return stated;
    }
}
