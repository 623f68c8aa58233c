package org.bitacora.domain.activity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The five categories of Bahía's activity map (third AL-LAs cuaderno, 2014), in the order of its table. */
public enum Category {
    MISSION_ABROAD,
    VISIT_RECEIVED,
    AGREEMENT_SIGNED,
    EVENT_ABROAD,
    EVENT_HOSTED;

    /** The name that the contract uses for this category. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The category with this name in the contract; empty if there is none. */
    public static Optional<Category> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    static Optional<Category> ofEventRole(String role) {
        return switch (role) {
            case "abroad" -> Optional.of(EVENT_ABROAD);
            case "hosted" -> Optional.of(EVENT_HOSTED);
            default -> Optional.empty();
        };
    }
}
