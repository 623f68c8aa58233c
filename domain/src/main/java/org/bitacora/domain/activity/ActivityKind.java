package org.bitacora.domain.activity;

import static org.bitacora.domain.activity.Transition.ENDED;
import static org.bitacora.domain.activity.Transition.FORMALISED;
import static org.bitacora.domain.activity.Transition.PLANNED;
import static org.bitacora.domain.activity.Transition.UNDONE;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kind of an activity, with the verb that names each of its transitions in event types. */
public enum ActivityKind {
    MISSION("planned", "carried-out", "", "cancelled"),
    VISIT("announced", "received", "", "cancelled"),
    AGREEMENT("proposed", "signed", "ended", "cancelled"),
    EVENT("planned", "held", "", "cancelled"),
    ALLIANCE("proposed", "joined", "left", "cancelled"),
    INVESTMENT("announced", "formalised", "withdrawn", "cancelled"),
    PROJECT("formulated", "started", "completed", "cancelled"),
    EXCHANGE("planned", "carried-out", "", "cancelled"),
    CAMPAIGN("planned", "launched", "ended", "cancelled"),
    SERVICE("planned", "opened", "closed", "cancelled"),
    DIALOGUE("planned", "held", "", "cancelled"),
    RESEARCH("planned", "started", "completed", "cancelled"),
    AWARD("", "granted", "", ""),
    PUBLICATION("", "appeared", "", "");

    private final String word;
    private final String planned;
    private final String formalised;
    private final String ended;
    private final String undone;

    ActivityKind(String planned, String formalised, String ended, String undone) {
        this.word = name().toLowerCase(Locale.ROOT);
        this.planned = planned;
        this.formalised = formalised;
        this.ended = ended;
        this.undone = undone;
    }

    /** The name that the contract uses for this kind. */
    public String word() {
        return word;
    }

    /** The kind with this name in the contract; empty if there is none. */
    public static Optional<ActivityKind> of(String word) {
        return Arrays.stream(values())
                .filter(activityKind -> activityKind.word().equals(word))
                .findFirst();
    }

    /** The transitions of this kind, in order. */
    public Set<Transition> transitions() {
        return verbs().keySet();
    }

    /** The transitions of this kind, in order, with the verb of each. */
    Map<Transition, String> verbs() {
        var verbs = new EnumMap<Transition, String>(
                Map.of(PLANNED, planned, FORMALISED, formalised, ENDED, ended, UNDONE, undone));
        verbs.values().removeIf(String::isEmpty);
        return verbs;
    }

    /** The category of Bahía's activity map that this kind implies, given the role of the territory. */
    Optional<Category> category(Optional<String> role) {
        return switch (this) {
            case MISSION -> Optional.of(Category.MISSION_ABROAD);
            case VISIT -> Optional.of(Category.VISIT_RECEIVED);
            case AGREEMENT -> Optional.of(Category.AGREEMENT_SIGNED);
            case EVENT -> role.flatMap(Category::ofEventRole);
            case ALLIANCE, INVESTMENT, PROJECT, EXCHANGE, CAMPAIGN, SERVICE, DIALOGUE, RESEARCH, AWARD, PUBLICATION ->
                Optional.empty();
        };
    }
}
