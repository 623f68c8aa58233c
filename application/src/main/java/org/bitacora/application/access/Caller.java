package org.bitacora.application.access;

import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Refusal;

/**
 * The sender of a request.
 *
 * @param source the source that the caller's events must name; an admin may write for any source
 * @param role the general permissions of the caller
 * @param territories the territories that the caller may write to; empty for all
 * @param types the event types that the caller may write, each a full name or a prefix followed by {@code *}; empty for
 *     all
 */
public record Caller(String source, Role role, Set<String> territories, Set<String> types) {

    public Caller {
        territories = Set.copyOf(territories);
        types = Set.copyOf(types);
    }

    /** The caller that holds the admin key. */
    public static final Caller ADMIN = new Caller("admin", Role.ADMIN, Set.of(), Set.of());

    /** Returns whether the caller may change what another source recorded first. */
    public boolean isEditor() {
        return role == Role.ADMIN || role == Role.EDITOR;
    }

    /** Returns the refusal of an operation that needs the role editor; empty if the caller has it. */
    public Optional<Refusal> editorRefusal() {
        return isEditor()
                ? Optional.empty()
                : Optional.of(new Refusal.Forbidden(Detail.of("This operation needs the role `editor`.")));
    }

    /** Returns why the caller may not write an event of this source, territory and type; empty if it may. */
    public Optional<Refusal> writeRefusal(String source, String territory, String type) {
        var refused = writeRefusal(source, territory);
        if (refused.isPresent()
                || types.isEmpty()
                || types.stream().anyMatch(allowed -> matchesPattern(allowed, type))) {
            return refused;
        }
        return Optional.of(new Refusal.Forbidden(Detail.of("This key may not write events of type {0}.", type)));
    }

    /** Returns why the caller may not write any event of the source to the territory; empty if it may write some. */
    public Optional<Refusal> writeRefusal(String source, String territory) {
        if (role == Role.READER) {
            return Optional.of(new Refusal.Forbidden(Detail.of("This key has the role `reader` and may not write.")));
        }
        if (role != Role.ADMIN && !this.source.equals(source)) {
            return Optional.of(
                    new Refusal.Forbidden(Detail.of("This key writes for {0}, not for {1}.", this.source, source)));
        }
        if (!territories.isEmpty() && !territories.contains(territory)) {
            return Optional.of(new Refusal.Forbidden(Detail.of("This key may not write to {0}.", territory)));
        }
        return Optional.empty();
    }

    private static boolean matchesPattern(String allowed, String type) {
        return allowed.endsWith("*")
                ? type.startsWith(allowed.substring(0, allowed.length() - 1))
                : type.equals(allowed);
    }
}
