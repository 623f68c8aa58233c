package org.bitacora.projections.projector;

import java.time.Instant;
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
import org.bitacora.domain.actor.ActorEvent;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.series.Report;
import org.bitacora.domain.series.Reported;
import org.bitacora.domain.strategy.StrategyEvent;
import org.bitacora.domain.territory.Membership;
import org.bitacora.domain.territory.Territory;
import org.bitacora.domain.territory.TerritoryCode;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.upcast.Upcasters;
import org.bitacora.projections.activity.History;
import org.bitacora.projections.activity.Version;
import org.bitacora.projections.actor.ActorVersion;
import org.bitacora.projections.indicator.Defined;
import org.bitacora.projections.series.SeriesHistory;
import org.bitacora.projections.series.SeriesVersion;
import org.bitacora.projections.strategy.StrategyHistory;
import org.bitacora.projections.strategy.StrategyVersion;
import org.jboss.logging.Logger;

/** What follows from the entries of a pass: versions, definitions, registrations, and what could not be read. */
final class Consequences {

    private static final Logger LOG = Logger.getLogger(Consequences.class);

    private final Upcasters upcasters;
    private final Function<Collection<ActivityEvent>, Activity> fold;
    private final List<Version> versions = new ArrayList<>();
    private final List<Version> following = new ArrayList<>();
    private final List<SeriesVersion> reports = new ArrayList<>();
    private final List<SeriesVersion> followingReports = new ArrayList<>();
    private final List<Defined> definitions = new ArrayList<>();
    private final List<Named> named = new ArrayList<>();
    private final List<Registered> registered = new ArrayList<>();
    private final List<StrategyVersion> strategies = new ArrayList<>();
    private final List<ActorVersion> actors = new ArrayList<>();
    private final List<Poison> poison = new ArrayList<>();

    /** A registration, with the position of its entry and when that was recorded. */
    record Registered(Territory territory, long position, Instant recordedAt) {}

    /** A membership in a territory, and the position of the entry that says so. */
    record Named(String territory, Membership membership, long position) {}

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

    /** The versions of series. */
    List<SeriesVersion> reports() {
        return reports;
    }

    /** Those of them that end one that is written already. */
    List<SeriesVersion> followingReports() {
        return followingReports;
    }

    List<Defined> definitions() {
        return definitions;
    }

    /** Memberships, in the order of their logs. */
    List<Named> named() {
        return named;
    }

    /** The versions of strategies, in the order of their logs. */
    List<StrategyVersion> strategies() {
        return strategies;
    }

    /** The versions of actors, in the order of their logs. */
    List<ActorVersion> actors() {
        return actors;
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
                activity(name.get(), earlier, unread);
                if (unread.stream().anyMatch(Consequences::isReport)) {
                    series(name.get(), earlier, unread);
                }
            } else {
                unread.forEach(this::register);
                define(earlier, unread);
                ActorVersion.ofSubject(subject).ifPresent(code -> actor(code, earlier, unread));
                StrategyVersion.ofSubject(subject).ifPresent(code -> strategy(code, earlier, unread));
            }
        } catch (RuntimeException e) {
            var first = unread.getFirst();
            LOG.errorf(e, "Parked %s from position %d on", subject, first.position());
            poison.add(new Poison(first.territory(), subject, first.position(), reason(e)));
        }
    }

    private void activity(ActivityName name, List<Entry> earlier, List<Entry> unread) {
        var made = versions(name, earlier, unread);
        versions.addAll(made);
        if (!earlier.isEmpty()) {
            made.stream().findFirst().ifPresent(following::add);
        }
    }

    private static boolean isReport(Entry entry) {
        return entry.type().equals(Report.REPORTED);
    }

    private void series(ActivityName name, List<Entry> earlier, List<Entry> unread) {
        var history = seriesHistory(name, earlier, unread);
        reports.addAll(history.made());
        followingReports.addAll(history.following());
    }

    /** What new reports of a series make, after earlier ones. */
    SeriesHistory seriesHistory(ActivityName name, List<Entry> earlier, List<Entry> unread) {
        var history = new SeriesHistory(name.territory().value(), name.activity());
        earlier.stream().filter(Consequences::isReport).forEach(entry -> history.recall(reported(entry)));
        unread.stream().filter(Consequences::isReport).forEach(entry -> history.follow(entry, reported(entry)));
        return history;
    }

    private Reported reported(Entry entry) {
        return new Reported(entry.key(), entry.time().orElse(entry.recordedAt()), Report.of(upcasters.data(entry)));
    }

    private void actor(String code, List<Entry> earlier, List<Entry> unread) {
        var document = Json.Obj.EMPTY;
        for (var entry : earlier) {
            document = after(document, entry);
        }
        for (var entry : unread) {
            var before = document;
            document = after(document, entry);
            if (!document.equals(before)) {
                actors.add(new ActorVersion(entry.territory(), code, entry.position(), entry.recordedAt(), document));
            }
        }
    }

    private Json.Obj after(Json.Obj before, Entry entry) {
        return ActorEvent.of(entry.type())
                .map(it -> it.after(before, upcasters.data(entry)))
                .orElse(before);
    }

    private void strategy(String code, List<Entry> earlier, List<Entry> unread) {
        var history = new StrategyHistory(code);
        earlier.forEach(entry ->
                StrategyEvent.of(entry.type()).ifPresent(event -> history.recall(event, upcasters.data(entry))));
        unread.forEach(entry ->
                StrategyEvent.of(entry.type()).ifPresent(event -> history.follow(entry, event, upcasters.data(entry))));
        strategies.addAll(history.made());
    }

    /** Numbers definitions in the order of the log: each is a version, as one that says the same is not appended. */
    private void define(List<Entry> earlier, List<Entry> unread) {
        int version = (int)
                earlier.stream().filter(it -> it.type().equals(Defined.TYPE)).count();
        for (var entry : unread) {
            if (entry.type().equals(Defined.TYPE)) {
                version++;
                var code = entry.subject().substring(entry.subject().lastIndexOf('/') + 1);
                definitions.add(new Defined(
                        entry.territory(), code, version, entry.position(), entry.recordedAt(), entry.data()));
            }
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
            registered.add(new Registered(territory, entry.position(), entry.recordedAt()));
        }
        if (entry.type().equals(Membership.NAMED)) {
            var data = upcasters.data(entry);
            var member = new TerritoryCode(data.text("member").orElseThrow());
            named.add(new Named(entry.territory(), Membership.of(member, data), entry.position()));
        }
    }
}
