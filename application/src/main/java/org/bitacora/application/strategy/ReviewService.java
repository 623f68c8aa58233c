package org.bitacora.application.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.domain.strategy.AttainmentStatus;
import org.bitacora.domain.strategy.Scorecard;
import org.bitacora.domain.strategy.StrategyDocument;
import org.bitacora.domain.strategy.StrategyDocument.StrategyChange;
import org.bitacora.domain.strategy.StrategyEvent;
import org.bitacora.domain.strategy.StrategySection;

/** Records reviews: a red needs a note, and what is decided is stored with the review or not at all. */
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
        var changes = parseChanges(review, body.object(CHANGES));
        var period = Period.parseOne(review.text("period").orElseThrow()).orElseThrow();
        return scorecardService
                .currentScorecard(strategyRevisionContext.territory(), strategyRevisionContext.code(), period)
                .invoke(computedScorecard ->
                        StrategyParser.rejectViolations(missingNotes(computedScorecard.scorecard(), review)))
                .chain(() ->
                        strategyService.change(strategyRevisionContext, before -> toChanges(before, review, changes)));
    }

    private static List<Violation> missingNotes(Scorecard card, Json.Obj review) {
        Map<String, Json> notes = review.object("notes").members();
        return card.measures().stream()
                .filter(it -> it.attainment().status() == AttainmentStatus.RED
                        && !notes.containsKey(it.measure().code()))
                .map(it -> new Violation(
                        Pointer.ROOT.child("notes").child(it.measure().code()),
                        "Measure " + it.measure().code() + " is red: a note is needed on it."))
                .toList();
    }

    private static List<StrategyChange> parseChanges(Json.Obj review, Json.Obj changes) {
        var found = new ArrayList<Violation>();
        var sayings = new ArrayList<StrategyChange>();
        changes.members().forEach((word, list) -> {
            var at = Pointer.ROOT.child(CHANGES).child(word);
            var part = StrategySection.of(word).filter(StrategySection::isPlanned);
            if (part.isEmpty() || !(list instanceof Json.Arr(var items))) {
                found.add(new Violation(at, "Lists of objectives, targets, links and the like are wanted."));
                return;
            }
            for (int i = 0; i < items.size(); i++) {
                var item = items.get(i) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
                found.addAll(new StrategyEvent.SectionItemStated(part.get()).validate(at.child(i), item));
                sayings.add(new StrategyChange(
                        part.get().statedType(),
                        item.with("review", review.get("code").orElseThrow())));
            }
        });
        StrategyParser.rejectViolations(found);
        return sayings;
    }

    private static boolean areAlreadyStated(List<StrategyChange> changes, StrategyDocument before) {
        return changes.stream().allMatch(it -> List.of(StrategySection.values()).stream()
                .anyMatch(strategySection -> strategySection.statedType().equals(it.type())
                        && before.items(strategySection).contains(it.data().omitNulls())));
    }

    private static List<StrategyChange> toChanges(
            StrategyDocument before, Json.Obj review, List<StrategyChange> changes) {
        if (before.items(StrategySection.REVIEWS).contains(review.omitNulls()) && areAlreadyStated(changes, before)) {
            return List.of();
        }
        var sayings = new ArrayList<StrategyChange>();
        sayings.add(new StrategyChange(StrategySection.REVIEWS.statedType(), review));
        sayings.addAll(changes);
        return sayings;
    }
}
