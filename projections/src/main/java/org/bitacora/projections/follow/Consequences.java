package org.bitacora.projections.follow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bitacora.domain.activity.Activity;
import org.bitacora.domain.activity.ActivityEvent;
import org.bitacora.domain.activity.ActivityName;
import org.bitacora.domain.territory.Territory;
import org.bitacora.domain.territory.TerritoryCode;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.upcast.Upcasters;
import org.bitacora.projections.activity.History;
import org.bitacora.projections.activity.Version;
import org.jboss.logging.Logger;

/** What follows from the entries of a pass: versions, registrations, and what could not be read and is parked. */
final class Consequences {

    private static final Logger LOG = Logger.getLogger(Consequences.class);

    private final Upcasters upcasters;
    private final Function<Collection<ActivityEvent>, Activity> fold;
    private final List<Version> versions = new ArrayList<>();
    private final List<Version> following = new ArrayList<>();
    private final List<Registered> registered = new ArrayList<>();
    private final List<Poison> poison = new ArrayList<>();

    /** A registration and the position of its entry. */
    record Registered(Territory territory, long position) {}

    /** A subject that could not be followed from that position on. */
    record Poison(String territory, String subject, long position, String reason) {}

    Consequences(Upcasters upcasters, Function<Collection<ActivityEvent>, Activity> fold) {
        this.upcasters = upcasters;
        this.fold = fold;
    }

    List<Version> versions() {
        return versions;
    }

    /** Those versions that end one that is written already: the first new one of an activity that was known. */
    List<Version> following() {
        return following;
    }

    List<Registered> registered() {
        return registered;
    }

    List<Poison> poison() {
        return poison;
    }

    /** Takes in what a pass has read. */
    Consequences of(Claimed claimed) {
        Map<String, List<Entry>> bySubject = new LinkedHashMap<>();
        claimed.unread().stream()
                .filter(entry -> !claimed.parked().contains(entry.subject()))
                .forEach(entry -> bySubject
                        .computeIfAbsent(entry.subject(), _ -> new ArrayList<>())
                        .add(entry));
        bySubject.forEach(
                (subject, unread) -> subject(subject, claimed.earlier().getOrDefault(subject, List.of()), unread));
        return this;
    }

    private void subject(String subject, List<Entry> earlier, List<Entry> unread) {
        try {
            var name = ActivityName.ofSubject(subject);
            if (name.isPresent()) {
                var made = versions(name.get(), earlier, unread);
                versions.addAll(made);
                if (!earlier.isEmpty()) {
                    made.stream().findFirst().ifPresent(following::add);
                }
            } else {
                unread.forEach(this::register);
            }
        } catch (RuntimeException e) {
            var first = unread.getFirst();
            LOG.errorf(e, "Parked %s from position %d on", subject, first.position());
            poison.add(new Poison(first.territory(), subject, first.position(), reason(e)));
        }
    }

    private static String reason(RuntimeException e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }

    /** The versions that new entries on an activity make, after earlier ones. */
    List<Version> versions(ActivityName name, List<Entry> earlier, List<Entry> unread) {
        var history = new History(name.territory().value(), name.activity(), fold);
        earlier.forEach(entry -> upcasters.activityEvent(entry).ifPresent(event -> history.recall(entry, event)));
        unread.forEach(entry -> upcasters.activityEvent(entry).ifPresent(event -> history.follow(entry, event)));
        return history.made();
    }

    private void register(Entry entry) {
        if (entry.type().equals(Territory.REGISTERED)) {
            var territory = Territory.of(new TerritoryCode(entry.territory()), upcasters.data(entry));
            registered.add(new Registered(territory, entry.position()));
        }
    }
}
