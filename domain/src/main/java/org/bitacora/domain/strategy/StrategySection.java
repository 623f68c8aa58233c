package org.bitacora.domain.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitacora.domain.event.EventType;
import org.bitacora.domain.json.Json;

/** What a strategy is made of, besides its charter: lists of things that are stated, and most of them dropped, one by one. */
public enum StrategySection {
    OBJECTIVES("objective.defined", "objective.dropped", "code"),
    TARGETS("target.set", "target.dropped", "measure"),
    LINKS("link.drawn", "link.erased", "from to"),
    INITIATIVES("initiative.launched", "initiative.dropped", "code"),
    RISKS("risk.identified", "risk.dropped", "code"),
    CAPABILITIES("capability.assessed", "capability.dropped", "code"),
    REVIEWS("review.recorded", "", "code"),
    ASSESSMENTS("objective.assessed", "", "code"),
    OVERRIDES("status.overridden", "override.lifted", "of period");

    /** The type of the event that states the charter of a strategy: all that is not in one of its parts. */
    public static final String ADOPTED_TYPE = EventType.PREFIX + "strategy.adopted";

    private final String stated;
    private final String dropped;
    private final String key;

    StrategySection(String stated, String dropped, String key) {
        this.stated = stated;
        this.dropped = dropped;
        this.key = key;
    }

    /** The word of the contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part of that word. */
    public static Optional<StrategySection> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    /** The type of the event that states one of them. */
    public String statedType() {
        return EventType.PREFIX + stated;
    }

    /** The type of the event that drops one; empty where what was said stays. */
    public Optional<String> droppedType() {
        return dropped.isEmpty() ? Optional.empty() : Optional.of(EventType.PREFIX + dropped);
    }

    /** The members that tell one from another. */
    public List<String> keyMembers() {
        return List.of(key.split(" ", -1));
    }

    /** Whether it is planned, and not said of what happened: a plan as a whole replaces it. */
    public boolean isPlanned() {
        return switch (this) {
            case OBJECTIVES, TARGETS, LINKS, INITIATIVES, RISKS, CAPABILITIES -> true;
            case REVIEWS, ASSESSMENTS, OVERRIDES -> false;
        };
    }

    /** What an item is called among the others. */
    public String keyOf(Json.Obj item) {
        return keyMembers().stream().map(it -> item.text(it).orElse("")).collect(Collectors.joining(" "));
    }
}
