package org.bitacora.projections.projector;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bitacora.domain.activity.ActivityFold;
import org.bitacora.domain.actor.ActorEvent;
import org.bitacora.domain.identifier.IndicatorCode;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.identifier.TerritoryCode;
import org.bitacora.domain.indicator.IndicatorEvent;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.series.RecordedReport;
import org.bitacora.domain.series.ReportedValue;
import org.bitacora.domain.series.SeriesEvent;
import org.bitacora.domain.strategy.StrategyEvent;
import org.bitacora.domain.territory.Membership;
import org.bitacora.domain.territory.Territory;
import org.bitacora.domain.territory.TerritoryEvent;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.upcast.Upcasters;
import org.bitacora.projections.activity.ActivityVersion;
import org.bitacora.projections.activity.ActivityVersionBuilder;
import org.bitacora.projections.actor.ActorVersion;
import org.bitacora.projections.indicator.DefinitionVersion;
import org.bitacora.projections.projector.FoldCache.CachedFold;
import org.bitacora.projections.series.SeriesVersion;
import org.bitacora.projections.series.SeriesVersionBuilder;
import org.bitacora.projections.strategy.StrategyVersion;
import org.bitacora.projections.strategy.StrategyVersionBuilder;
import org.jboss.logging.Logger;

/** Computes the rows that a pass writes: versions, definitions, registrations, and failures. */
final class ProjectionBatch {

    private static final Logger LOG = Logger.getLogger(ProjectionBatch.class);

    private final Upcasters upcasters;
    private final Supplier<ActivityFold> newFold;
    private final Map<String, CachedFold> folds = new HashMap<>();
    private final List<ActivityVersion> versions = new ArrayList<>();
    private final List<ActivityVersion> closingVersions = new ArrayList<>();
    private final List<SeriesVersion> seriesVersions = new ArrayList<>();
    private final List<SeriesVersion> closingSeriesVersions = new ArrayList<>();
    private final List<DefinitionVersion> definitions = new ArrayList<>();
    private final List<RecordedMembership> memberships = new ArrayList<>();
    private final List<TerritoryRegistration> registrations = new ArrayList<>();
    private final List<StrategyVersion> strategies = new ArrayList<>();
    private final List<ActorVersion> actors = new ArrayList<>();
    private final List<ProjectionFailure> failures = new ArrayList<>();

    /** A registration, with the position and recording time of its entry. */
    record TerritoryRegistration(Territory territory, long position, Instant recordedAt) {}

    /** A membership in a territory, with the position of its entry. */
    record RecordedMembership(String territory, Membership membership, long position) {}

    /** A subject that could not be projected from a position on. */
    record ProjectionFailure(String territory, String subject, long position, String reason) {}

    ProjectionBatch(Upcasters upcasters, Supplier<ActivityFold> newFold) {
        this.upcasters = upcasters;
        this.newFold = newFold;
    }

    List<ActivityVersion> activityVersions() {
        return versions;
    }

    /** Returns the versions that end a version that is already stored: the first new version of each known activity. */
    List<ActivityVersion> closingActivityVersions() {
        return closingVersions;
    }

    /** Returns the versions of series. */
    List<SeriesVersion> seriesVersions() {
        return seriesVersions;
    }

    /** Returns the versions of series that end a version that is already stored. */
    List<SeriesVersion> closingSeriesVersions() {
        return closingSeriesVersions;
    }

    List<DefinitionVersion> definitions() {
        return definitions;
    }

    /** Returns the memberships, in log order. */
    List<RecordedMembership> memberships() {
        return memberships;
    }

    /** Returns the versions of strategies, in log order. */
    List<StrategyVersion> strategyVersions() {
        return strategies;
    }

    /** Returns the versions of actors, in log order. */
    List<ActorVersion> actorVersions() {
        return actors;
    }

    List<TerritoryRegistration> registrations() {
        return registrations;
    }

    List<ProjectionFailure> failures() {
        return failures;
    }

    /** Projects the entries of a pass, except those of parked subjects, and returns this batch. */
    ProjectionBatch project(ClaimedBatch claimedBatch) {
        Map<String, List<Entry>> bySubject = new LinkedHashMap<>();
        claimedBatch.unread().stream()
                .filter(entry -> !claimedBatch.parkedSubjects().contains(entry.subject()))
                .forEach(entry -> bySubject
                        .computeIfAbsent(entry.subject(), _ -> new ArrayList<>())
                        .add(entry));
        bySubject.forEach((subject, unread) -> subject(
                subject,
                Optional.ofNullable(claimedBatch.foldsBySubject().get(subject)),
                claimedBatch.earlierBySubject().getOrDefault(subject, List.of()),
                unread));
        return this;
    }

    private void subject(String subject, Optional<CachedFold> cached, List<Entry> earlier, List<Entry> unread) {
        try {
            var parsed = Subject.parse(subject);
            if (parsed.filter(Subject.ActivitySubject.class::isInstance).isEmpty()) {
                unread.forEach(this::register);
            }
            parsed.ifPresent(it -> project(it, cached, earlier, unread));
        } catch (RuntimeException e) {
            var first = unread.getFirst();
            LOG.errorf(e, "Parked subject %s from position %d on", subject, first.position());
            failures.add(new ProjectionFailure(first.territory(), subject, first.position(), reason(e)));
        }
    }

    private void project(Subject subject, Optional<CachedFold> cached, List<Entry> earlier, List<Entry> unread) {
        switch (subject) {
            case Subject.ActivitySubject activity -> {
                activity(activity, cached, earlier, unread);
                if (unread.stream().anyMatch(ProjectionBatch::isReport)) {
                    series(activity, earlier, unread);
                }
            }
            case Subject.IndicatorSubject(var _, var code) -> define(code, earlier, unread);
            case Subject.ActorSubject(var _, var code) -> actor(code, earlier, unread);
            case Subject.StrategySubject(var _, var code) -> strategy(code, earlier, unread);
            case Subject.TerritorySubject _, Subject.MemberSubject _, Subject.PublicationSubject _ -> {}
        }
    }

    private void activity(
            Subject.ActivitySubject subject, Optional<CachedFold> cached, List<Entry> earlier, List<Entry> unread) {
        var builder = versionBuilder(subject, cached);
        addEntries(builder, earlier, unread);
        var made = builder.newVersions();
        versions.addAll(made);
        if (cached.isPresent() || !earlier.isEmpty()) {
            made.stream().findFirst().ifPresent(closingVersions::add);
        }
        if (Stream.concat(earlier.stream(), unread.stream()).noneMatch(ProjectionBatch::isReport)) {
            var last = unread.getLast();
            builder.source()
                    .ifPresent(source -> folds.put(last.subject(), new CachedFold(builder.fold(), source, last)));
        }
    }

    private ActivityVersionBuilder versionBuilder(Subject.ActivitySubject subject, Optional<CachedFold> cached) {
        return new ActivityVersionBuilder(
                subject.territory().value(),
                subject.name().value(),
                cached.map(CachedFold::fold).orElseGet(newFold),
                cached.map(CachedFold::source));
    }

    private void addEntries(ActivityVersionBuilder builder, List<Entry> earlier, List<Entry> unread) {
        earlier.forEach(entry -> upcasters.activityEvent(entry).ifPresent(event -> builder.addRecorded(entry, event)));
        unread.forEach(entry -> upcasters.activityEvent(entry).ifPresent(event -> builder.addNew(entry, event)));
    }

    /** What was folded of activities alone: to go on from in the next pass. */
    Map<String, CachedFold> folds() {
        return folds;
    }

    private static boolean isReport(Entry entry) {
        return entry.type().equals(ReportedValue.REPORTED_TYPE);
    }

    private void series(Subject.ActivitySubject subject, List<Entry> earlier, List<Entry> unread) {
        var history = seriesHistory(subject, earlier, unread);
        seriesVersions.addAll(history.newVersions());
        closingSeriesVersions.addAll(history.closingVersions());
    }

    /** Returns the history of a series after new reports that follow earlier ones. */
    SeriesVersionBuilder seriesHistory(Subject.ActivitySubject subject, List<Entry> earlier, List<Entry> unread) {
        var history = new SeriesVersionBuilder(
                subject.territory().value(), subject.name().value());
        earlier.stream().filter(ProjectionBatch::isReport).forEach(entry -> history.addRecorded(reported(entry)));
        unread.stream().filter(ProjectionBatch::isReport).forEach(entry -> history.addNew(entry, reported(entry)));
        return history;
    }

    private RecordedReport reported(Entry entry) {
        return new RecordedReport(
                entry.key(),
                entry.time().orElse(entry.recordedAt()),
                upcasters
                        .event(entry, SeriesEvent.ValueReported.class)
                        .map(SeriesEvent.ValueReported::value)
                        .orElseThrow());
    }

    private void actor(String code, List<Entry> earlier, List<Entry> unread) {
        var document = Json.Obj.EMPTY;
        for (var entry : earlier) {
            document = applyActorEvent(document, entry);
        }
        for (var entry : unread) {
            var before = document;
            document = applyActorEvent(document, entry);
            if (!document.equals(before)) {
                actors.add(new ActorVersion(entry.territory(), code, entry.position(), entry.recordedAt(), document));
            }
        }
    }

    private Json.Obj applyActorEvent(Json.Obj before, Entry entry) {
        return upcasters
                .event(entry, ActorEvent.class)
                .map(it -> it.apply(before))
                .orElse(before);
    }

    private void strategy(String code, List<Entry> earlier, List<Entry> unread) {
        var history = new StrategyVersionBuilder(code);
        earlier.forEach(entry -> upcasters.event(entry, StrategyEvent.class).ifPresent(history::addRecorded));
        unread.forEach(
                entry -> upcasters.event(entry, StrategyEvent.class).ifPresent(event -> history.addNew(entry, event)));
        strategies.addAll(history.newVersions());
    }

    /** Numbers definitions in log order. Each event is a version, because an unchanged definition is never appended. */
    private void define(IndicatorCode code, List<Entry> earlier, List<Entry> unread) {
        int version = (int) earlier.stream()
                .filter(it -> it.type().equals(IndicatorEvent.DEFINED_TYPE))
                .count();
        for (var entry : unread) {
            if (entry.type().equals(IndicatorEvent.DEFINED_TYPE)) {
                version++;
                definitions.add(new DefinitionVersion(
                        entry.territory(), code.value(), version, entry.position(), entry.recordedAt(), entry.data()));
            }
        }
    }

    private static String reason(RuntimeException e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }

    /** The versions that all entries on an activity make. */
    List<ActivityVersion> activityVersions(Subject.ActivitySubject subject, List<Entry> entries) {
        var builder = versionBuilder(subject, Optional.empty());
        addEntries(builder, List.of(), entries);
        return builder.newVersions();
    }

    private void register(Entry entry) {
        upcasters.event(entry, TerritoryEvent.class).ifPresent(event -> register(entry, event));
    }

    private void register(Entry entry, TerritoryEvent event) {
        switch (event) {
            case TerritoryEvent.TerritoryRegistered it ->
                registrations.add(new TerritoryRegistration(
                        it.territory(new TerritoryCode(entry.territory())), entry.position(), entry.recordedAt()));
            case TerritoryEvent.MemberNamed(var membership) ->
                memberships.add(new RecordedMembership(entry.territory(), membership, entry.position()));
        }
    }
}
