package org.bitacora.domain.strategy;

import java.util.List;
import java.util.stream.Stream;
import org.bitacora.domain.event.Decision;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.domain.strategy.StrategyEvent.SectionItemStated;

/**
 * Decides on reviews. A measure with red status needs a note. The changes decided in a review are stored together with
 * the review or not at all.
 */
public final class ReviewDecider {

    private ReviewDecider() {}

    /**
     * A review and the changes to the plan decided in it.
     *
     * @param review the review as an item of its section
     * @param changes the items that change because of the review; each refers to it
     */
    public record ReviewProposal(Json.Obj review, List<SectionItemStated> changes) {
        public ReviewProposal {
            var code = review.members().getOrDefault("code", new Json.Null());
            changes = changes.stream()
                    .map(it -> new SectionItemStated(it.section(), it.data().with("review", code)))
                    .toList();
        }

        private boolean isStatedIn(StrategyDocument document) {
            return events().allMatch(it ->
                    document.items(it.section()).contains(it.data().omitNulls()));
        }

        private Stream<SectionItemStated> events() {
            return Stream.concat(Stream.of(new SectionItemStated(StrategySection.REVIEWS, review)), changes.stream());
        }
    }

    /**
     * Decides on a review.
     *
     * @param strategyDecider decides on the changes
     * @param card the scorecard of the period of the review
     */
    public static Decision<StrategyEvent> decide(
            StrategyDecider strategyDecider, StrategyDocument before, ReviewProposal proposal, Scorecard card) {
        var missing = missingNotes(card, proposal.review());
        if (!missing.isEmpty()) {
            return Decision.unlessInvalid(missing, List.of());
        }
        return proposal.isStatedIn(before)
                ? Decision.unchanged()
                : strategyDecider.revise(before, proposal.events().toList());
    }

    private static List<Violation> missingNotes(Scorecard card, Json.Obj review) {
        var notes = review.object("notes").members();
        return card.measures().stream()
                .filter(it -> it.attainment().status() == AttainmentStatus.RED)
                .map(it -> it.measure().code())
                .filter(code -> !notes.containsKey(code))
                .map(code -> new Violation(
                        Pointer.ROOT.child("notes").child(code),
                        Detail.of("Measure {0} has the status `red` and needs a note.", code)))
                .toList();
    }
}
