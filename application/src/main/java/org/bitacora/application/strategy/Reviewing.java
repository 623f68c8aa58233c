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
import org.bitacora.domain.strategy.Part;
import org.bitacora.domain.strategy.Scorecard;
import org.bitacora.domain.strategy.Status;
import org.bitacora.domain.strategy.StrategyDocument;
import org.bitacora.domain.strategy.StrategyDocument.Saying;
import org.bitacora.domain.strategy.StrategyEvent;

/** Records reviews: a red needs a note, and what is decided is stored with the review or not at all. */
@Singleton
public class Reviewing {

    private static final String CHANGES = "changes";

    private final Planning planning;
    private final Carding carding;

    Reviewing(Planning planning, Carding carding) {
        this.planning = planning;
        this.carding = carding;
    }

    public Uni<Planning.Outcome> review(Planning.Which which, Json.Obj body) {
        var review = Planned.item(Part.REVIEWS, List.of(), body.without(CHANGES));
        if (body.get(CHANGES).filter(it -> !(it instanceof Json.Obj)).isPresent()) {
            throw ProblemException.invalid("/" + CHANGES, "An object of lists is wanted.");
        }
        var changes = changes(review, body.object(CHANGES));
        var period = Period.one(review.text("period").orElseThrow()).orElseThrow();
        return carding.now(which.territory(), which.code(), period)
                .invoke(carded -> Planned.refuse(unexplained(carded.card(), review)))
                .chain(() -> planning.change(which, before -> sayings(before, review, changes)));
    }

    private static List<Violation> unexplained(Scorecard card, Json.Obj review) {
        Map<String, Json> notes = review.object("notes").members();
        return card.measures().stream()
                .filter(it -> it.attainment().status() == Status.RED
                        && !notes.containsKey(it.measure().code()))
                .map(it -> new Violation(
                        Pointer.ROOT.child("notes").child(it.measure().code()),
                        "Measure " + it.measure().code() + " is red: a note is needed on it."))
                .toList();
    }

    private static List<Saying> changes(Json.Obj review, Json.Obj changes) {
        var found = new ArrayList<Violation>();
        var sayings = new ArrayList<Saying>();
        changes.members().forEach((word, list) -> {
            var at = Pointer.ROOT.child(CHANGES).child(word);
            var part = Part.of(word).filter(Part::isPlanned);
            if (part.isEmpty() || !(list instanceof Json.Arr(var items))) {
                found.add(new Violation(at, "Lists of objectives, targets, links and the like are wanted."));
                return;
            }
            for (int i = 0; i < items.size(); i++) {
                var item = items.get(i) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
                found.addAll(new StrategyEvent.Stated(part.get()).check(at.child(i), item));
                sayings.add(new Saying(
                        part.get().stated(),
                        item.with("review", review.get("code").orElseThrow())));
            }
        });
        Planned.refuse(found);
        return sayings;
    }

    private static boolean areStated(List<Saying> changes, StrategyDocument before) {
        return changes.stream().allMatch(it -> List.of(Part.values()).stream()
                .anyMatch(part -> part.stated().equals(it.type())
                        && before.items(part).contains(it.data().stated())));
    }

    private static List<Saying> sayings(StrategyDocument before, Json.Obj review, List<Saying> changes) {
        if (before.items(Part.REVIEWS).contains(review.stated()) && areStated(changes, before)) {
            return List.of();
        }
        var sayings = new ArrayList<Saying>();
        sayings.add(new Saying(Part.REVIEWS.stated(), review));
        sayings.addAll(changes);
        return sayings;
    }
}
