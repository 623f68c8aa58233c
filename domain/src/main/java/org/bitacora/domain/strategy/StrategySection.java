package org.bitacora.domain.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitacora.domain.event.EventType;
import org.bitacora.domain.json.Json;

/** The sections of a strategy besides its charter. Their items are stated one at a time; most can also be dropped. */
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

    /** The event type that states the charter of a strategy, which is everything outside the sections. */
    public static final String ADOPTED_TYPE = EventType.PREFIX + "strategy.adopted";

    private final String stated;
    private final String dropped;
    private final String key;

    StrategySection(String stated, String dropped, String key) {
        this.stated = stated;
        this.dropped = dropped;
        this.key = key;
    }

    /** The name that the contract uses for this section. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The section with this name in the contract; empty if there is none. */
    public static Optional<StrategySection> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    /** The event type that states an item. */
    public String statedType() {
        return EventType.PREFIX + stated;
    }

    /** The event type that drops an item; empty if items cannot be dropped. */
    public Optional<String> droppedType() {
        return dropped.isEmpty() ? Optional.empty() : Optional.of(EventType.PREFIX + dropped);
    }

    /** The members that identify an item. */
    public List<String> keyMembers() {
        return List.of(key.split(" ", -1));
    }

    /** Whether the section is part of the plan, which is replaced as a whole. Other sections record what happened. */
    public boolean isPlanned() {
        return switch (this) {
            case OBJECTIVES, TARGETS, LINKS, INITIATIVES, RISKS, CAPABILITIES -> true;
            case REVIEWS, ASSESSMENTS, OVERRIDES -> false;
        };
    }

    /** The key of an item within the section. */
    public String keyOf(Json.Obj item) {
        return keyMembers().stream().map(it -> item.text(it).orElse("")).collect(Collectors.joining(" "));
    }
}
