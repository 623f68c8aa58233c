package org.bitacora.application.access;

import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.refusal.Refusal;

/**
 * Who sends a request.
 *
 * @param source the source that its events must name; any for an admin
 * @param role what it may do in general
 * @param territories the territories it may write; every one where none is named
 * @param types the event types it may write, each whole or as a beginning with {@code *}; every one where none is named
 */
public record Caller(String source, Role role, Set<String> territories, Set<String> types) {

    public Caller {
        territories = Set.copyOf(territories);
        types = Set.copyOf(types);
    }

    /** Whoever holds the admin key. */
    public static final Caller ADMIN = new Caller("admin", Role.ADMIN, Set.of(), Set.of());

    /** Whether it may speak of what another source stated first. */
    public boolean isEditor() {
        return role == Role.ADMIN || role == Role.EDITOR;
    }

    /** Why it may not do what needs an editor; empty where it may. */
    public Optional<Refusal> editorRefusal() {
        return isEditor() ? Optional.empty() : Optional.of(new Refusal.Forbidden("This needs the role editor."));
    }

    /** Why it may not write such an event; empty where it may. */
    public Optional<Refusal> writeRefusal(String source, String territory, String type) {
        var refused = writeRefusal(source, territory);
        if (refused.isPresent()
                || types.isEmpty()
                || types.stream().anyMatch(allowed -> matchesPattern(allowed, type))) {
            return refused;
        }
        return Optional.of(new Refusal.Forbidden("This key may not write events of type " + type + "."));
    }

    /** Why it may write no event at all for a source to a territory; empty where it may write some. */
    public Optional<Refusal> writeRefusal(String source, String territory) {
        if (role == Role.READER) {
            return Optional.of(new Refusal.Forbidden("This key may not write."));
        }
        if (role != Role.ADMIN && !this.source.equals(source)) {
            return Optional.of(
                    new Refusal.Forbidden("This key writes for " + this.source + ", not for " + source + "."));
        }
        if (!territories.isEmpty() && !territories.contains(territory)) {
            return Optional.of(new Refusal.Forbidden("This key may not write to " + territory + "."));
        }
        return Optional.empty();
    }

    private static boolean matchesPattern(String allowed, String type) {
        return allowed.endsWith("*")
                ? type.startsWith(allowed.substring(0, allowed.length() - 1))
                : type.equals(allowed);
    }
}
