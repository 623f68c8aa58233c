package org.bitacora.application.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.bitacora.application.RefusalException;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Result;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.domain.strategy.ReviewDecider;
import org.bitacora.domain.strategy.ReviewDecider.ReviewProposal;
import org.bitacora.domain.strategy.StrategyEvent.SectionItemStated;
import org.bitacora.domain.strategy.StrategySection;

/** Records reviews of a strategy, based on the scorecard of their period. */
@Singleton
public class ReviewService {

    private static final String CHANGES = "changes";

    private final StrategyService strategyService;
    private final ScorecardService scorecardService;

    ReviewService(StrategyService strategyService, ScorecardService scorecardService) {
        this.strategyService = strategyService;
        this.scorecardService = scorecardService;
    }

    /** Records a review and the resulting changes of the strategy; fails with a refusal if a change is invalid. */
    public Uni<StrategyService.StrategyRevisionResult> review(
            StrategyService.StrategyRevisionContext strategyRevisionContext, Json.Obj body) {
        return switch (parse(body)) {
            case Result.Failure<ReviewProposal>(var refusal) -> Uni.createFrom().failure(new RefusalException(refusal));
            case Result.Success<ReviewProposal>(var proposal) -> review(strategyRevisionContext, proposal);
        };
    }

    private Uni<StrategyService.StrategyRevisionResult> review(
            StrategyService.StrategyRevisionContext strategyRevisionContext, ReviewProposal proposal) {
        var period =
                Period.parseOne(proposal.review().text("period").orElseThrow()).orElseThrow();
        return scorecardService
                .currentScorecard(strategyRevisionContext.territory(), strategyRevisionContext.code(), period)
                .flatMap(computedScorecard -> strategyService.change(
                        strategyRevisionContext,
                        (decider, before) ->
                                ReviewDecider.decide(decider, before, proposal, computedScorecard.scorecard())));
    }

    private static Result<ReviewProposal> parse(Json.Obj body) {
        return StrategyParser.parseSection(StrategySection.REVIEWS, List.of(), body.without(CHANGES))
                .flatMap(review -> parseChanges(body).flatMap(it -> Result.success(new ReviewProposal(review, it))));
    }

    private static Result<List<SectionItemStated>> parseChanges(Json.Obj body) {
        if (body.get(CHANGES).filter(it -> !(it instanceof Json.Obj)).isPresent()) {
            return Result.failure(
                    new Refusal.InvalidDocument("/" + CHANGES, Detail.of("Expected an object of lists.")));
        }
        var found = new ArrayList<Violation>();
        var stated = new ArrayList<SectionItemStated>();
        body.object(CHANGES).members().forEach((word, list) -> {
            var at = Pointer.ROOT.child(CHANGES).child(word);
            var part = StrategySection.of(word).filter(StrategySection::isPlanned);
            if (part.isEmpty() || !(list instanceof Json.Arr(var items))) {
                found.add(new Violation(
                        at,
                        Detail.of("Expected lists of objectives, targets, links or other sections of a strategy.")));
                return;
            }
            for (int i = 0; i < items.size(); i++) {
                var item = items.get(i) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
                var event = new SectionItemStated(part.get(), item);
                found.addAll(event.validate(at.child(i)));
                stated.add(event);
            }
        });
        return Refusal.InvalidDocument.of(found)
                .map(Result::<List<SectionItemStated>>failure)
                .orElseGet(() -> Result.success(stated));
    }
}
