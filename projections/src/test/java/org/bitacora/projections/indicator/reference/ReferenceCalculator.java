package org.bitacora.projections.indicator.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bitacora.domain.activity.Activity;
import org.bitacora.domain.activity.ActivityEvent;
import org.bitacora.domain.activity.ActivityEventType;
import org.bitacora.domain.activity.ActivityFold;
import org.bitacora.domain.activity.ActivityKind;
import org.bitacora.domain.activity.EffectiveDate;
import org.bitacora.domain.activity.Money;
import org.bitacora.domain.activity.Participant;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.indicator.CountedEntity;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.FilterField;
import org.bitacora.domain.indicator.Grain;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.series.RecordedReport;
import org.bitacora.domain.series.ReportedValue;

/**
 * Computes indicators from the events of a log in memory, activity by activity, without SQL and without the application's
 * classes for observations. It is slow and meant to be obviously correct.
 */
public final class ReferenceCalculator {

    private final Map<String, Activity> activities = new TreeMap<>();
    private final Map<String, String> sources = new HashMap<>();
    private final Map<String, TerritoryHistory> historyBySubject = new HashMap<>();
    private final Map<TerritoryHistory, ReferenceActors> actors = new HashMap<>();
    private final boolean isRolledUp;
    private final ReferenceSeries series;

    /** The log of a territory, and the first and last day of its membership in the group. */
    public record TerritoryHistory(List<ReferenceEntry> log, LocalDate since, LocalDate until) {}

    /** Returns a calculator for the log of one territory up to a position. */
    public static ReferenceCalculator of(List<ReferenceEntry> log) {
        return new ReferenceCalculator(List.of(new TerritoryHistory(log, LocalDate.MIN, LocalDate.MAX)));
    }

    /** Creates a calculator for the territories of a group; series are those of the first territory. */
    public ReferenceCalculator(List<TerritoryHistory> histories) {
        isRolledUp = histories.size() > 1;
        histories.forEach(this::addHistory);
        series = new ReferenceSeries(reports(histories.getFirst().log()));
    }

    private void addHistory(TerritoryHistory territoryHistory) {
        actors.put(territoryHistory, new ReferenceActors(territoryHistory.log()));
        Map<String, List<ActivityEvent>> bySubject = new TreeMap<>();
        for (var referenceEntry : territoryHistory.log()) {
            ActivityEventType.of(referenceEntry.type()).ifPresent(type -> {
                bySubject
                        .computeIfAbsent(referenceEntry.subject(), _ -> new ArrayList<>())
                        .add(ActivityEvent.of(type, referenceEntry.key(), referenceEntry.at(), referenceEntry.data()));
                sources.putIfAbsent(
                        referenceEntry.subject(), referenceEntry.key().source());
                historyBySubject.put(referenceEntry.subject(), territoryHistory);
            });
        }
        bySubject.forEach((subject, events) -> activities.put(subject, ActivityFold.of(events)));
    }

    private static Map<String, List<ReportedValue>> reports(List<ReferenceEntry> log) {
        Map<String, Map<List<LocalDate>, RecordedReport>> latestReports = new HashMap<>();
        for (var referenceEntry : log) {
            if (referenceEntry.type().equals(ReportedValue.REPORTED_TYPE)) {
                var reportedValue = ReportedValue.of(referenceEntry.data());
                latestReports
                        .computeIfAbsent(
                                referenceEntry
                                        .subject()
                                        .substring(referenceEntry.subject().indexOf('/') + 1),
                                _ -> new HashMap<>())
                        .merge(
                                List.of(
                                        reportedValue.period().first(),
                                        reportedValue.period().last()),
                                new RecordedReport(referenceEntry.key(), referenceEntry.at(), reportedValue),
                                (a, b) -> RecordedReport.PRECEDENCE.compare(a, b) > 0 ? a : b);
            }
        }
        Map<String, List<ReportedValue>> reports = new HashMap<>();
        latestReports.forEach((name, byPeriod) -> reports.put(
                name, byPeriod.values().stream().map(RecordedReport::report).toList()));
        return reports;
    }

    /** Returns the value of a definition in a period. */
    public ReferenceValue figure(Definition definition, Period period, Filter where, List<Grouping> by) {
        return switch (definition.measure()) {
            case Measure.Ratio(var numerator, var denominator, var scale) ->
                ReferenceValue.ratio(
                        simple(numerator, definition.dateTransition(), period, where, by),
                        simple(denominator, definition.dateTransition(), period, where, by),
                        scale);
            case Measure.RubricShare rubricShare ->
                ReferenceValue.ratio(
                        ReferenceValue.ofContributions(
                                assessed(
                                        rubricShare,
                                        rubricShare.atLeast(),
                                        definition.dateTransition(),
                                        period,
                                        where,
                                        by),
                                true),
                        ReferenceValue.ofContributions(
                                assessed(rubricShare, 1, definition.dateTransition(), period, where, by), true),
                        BigDecimal.valueOf(100));
            case Measure.SimpleMeasure simpleMeasure ->
                simple(simpleMeasure, definition.dateTransition(), period, where, by);
        };
    }

    private ReferenceValue simple(
            Measure.SimpleMeasure measure, Transition date, Period period, Filter where, List<Grouping> by) {
        return switch (measure) {
            case Measure.IndicatorReference(var _, var _, var of) -> simple(of, date, period, where, by);
            case Measure.ReportedSeries reportedSeries ->
                byTimes(period, by, it -> series.reported(reportedSeries, it));
            case Measure.Stock stock
            when by.stream().anyMatch(Grouping.TimeGrouping.class::isInstance) ->
                byTimes(period, by, it -> ReferenceValue.ofContributions(inForce(stock, it, where, List.of()), true));
            case Measure.Stock stock -> ReferenceValue.ofContributions(inForce(stock, period, where, by), true);
            case Measure.Count count -> ReferenceValue.ofContributions(counted(count, date, period, where, by), true);
            case Measure.QuantitySum sum ->
                ReferenceValue.ofContributions(quantities(sum, date, period, where, by), false);
            case Measure.MoneySum sum -> ReferenceValue.ofContributions(money(sum, date, period, where, by), false);
        };
    }

    private interface SeriesLookup {
        ReferenceValue in(Period period);
    }

    private static ReferenceValue byTimes(Period period, List<Grouping> by, SeriesLookup seriesLookup) {
        var whole = seriesLookup.in(period);
        Map<List<String>, ReferenceValue> parts = new HashMap<>();
        if (!by.isEmpty() && by.getFirst() instanceof Grouping.TimeGrouping(var grain)) {
            period.split(grain).forEach(it -> parts.put(List.of(it.name()), seriesLookup.in(it)));
        }
        return new ReferenceValue(
                whole.number(), whole.reason(), whole.missing(), parts, whole.unplaced(), 0, 0, whole.currency());
    }

    /** Returns the activities that match both filters; by default only formalised and ended ones. */
    private List<Map.Entry<String, Activity>> matching(
            Filter measureFilter, Filter queryFilter, boolean hasFixedStatus) {
        var defaultStatus = Set.of("formalised", "ended");
        var withStatus = hasFixedStatus
                ? measureFilter.with(FilterField.STATUS, defaultStatus)
                : measureFilter.orElse(FilterField.STATUS, defaultStatus);
        return activities.entrySet().stream()
                .filter(it -> matches(withStatus, it) && matches(queryFilter, it))
                .toList();
    }

    private boolean matches(Filter filter, Map.Entry<String, Activity> activity) {
        return filter.valuesByField().entrySet().stream()
                .allMatch(it -> values(it.getKey(), activity.getKey(), activity.getValue()).stream()
                        .anyMatch(it.getValue()::contains));
    }

    private Collection<String> values(FilterField filterField, String name, Activity activity) {
        return switch (filterField) {
            case KIND -> activity.kind().map(ActivityKind::word).stream().toList();
            case CATEGORY -> activity.categories();
            case STATUS -> List.of(activity.status().word());
            case MOTIVATION -> text(activity, "motivation");
            case DIMENSION -> text(activity, "dimension");
            case ROLE -> text(activity, "role");
            case SCALE -> text(activity, "scale");
            case FUNDING -> text(activity, "funding");
            case THEME -> activity.themes();
            case SDG -> activity.sdgs().stream().map(String::valueOf).toList();
            case OBJECTIVE -> activity.objectives();
            case ALIGNED -> List.of(Boolean.toString(activity.isAligned()));
            case COUNTRY -> activity.countries();
            case COUNTERPART_TYPE -> activity.counterpartTypes();
            case ACTOR -> stated(activity.actors().stream().map(Participant::name));
            case ACTOR_ROLE -> stated(activity.actors().stream().map(Participant::role));
            case SECTOR -> stated(activity.actors().stream().map(Participant::type));
            case PLACE -> activity.places();
            case SOURCE -> List.of(sources.get(name));
        };
    }

    private static List<String> text(Activity activity, String member) {
        return activity.data().text(member).stream().toList();
    }

    private static List<String> stated(Stream<String> words) {
        return words.filter(it -> !it.isEmpty()).distinct().toList();
    }

    private List<ReferenceValue.ActivityShare> counted(
            Measure.Count measure, Transition date, Period period, Filter where, List<Grouping> by) {
        var shares = new ArrayList<ReferenceValue.ActivityShare>();
        for (var it : matching(ofActivities(measure, measure.where()), ofActivities(measure, where), false)) {
            placed(it, date, period).ifPresent(placed -> {
                for (var countedThing : things(measure, where, it)) {
                    var keys = keys(it, date, by, countedThing.own());
                    shares.add(new ReferenceValue.ActivityShare(
                            it.getKey(),
                            countedThing.name(),
                            Optional.of(BigDecimal.ONE),
                            Optional.empty(),
                            keys,
                            placed));
                }
            });
        }
        return shares;
    }

    /** Removes the conditions on actor, sector and role if actors are counted, because they apply to each actor separately. */
    private static Filter ofActivities(Measure.Count measure, Filter filter) {
        return measure.counted() == CountedEntity.ACTORS
                ? filter.without(FilterField.ACTOR).without(FilterField.SECTOR).without(FilterField.ACTOR_ROLE)
                : filter;
    }

    /** A thing that counts once, and its own values for groupings. */
    private record CountedThing(String name, Map<FilterField, String> own) {}

    /** Returns the key of an activity; a joint activity of several territories has one key. */
    private String thing(Map.Entry<String, Activity> activity) {
        return text(activity.getValue(), "joint").stream()
                .filter(_ -> isRolledUp)
                .findFirst()
                .orElse(activity.getKey());
    }

    private List<CountedThing> things(Measure.Count measure, Filter where, Map.Entry<String, Activity> it) {
        var activity = it.getValue();
        var filters = List.of(measure.where(), where);
        return switch (measure.counted()) {
            case ACTIVITIES -> List.of(new CountedThing(thing(it), Map.of()));
            case DIMENSIONS ->
                text(activity, "dimension").stream()
                        .map(name -> new CountedThing(name, Map.of()))
                        .toList();
            case COUNTERPARTS -> parties(activity.counterparts(), filters, false, Participant::name);
            case COUNTRIES -> parties(activity.counterparts(), filters, false, Participant::country);
            case ACTORS -> {
                var registered = Objects.requireNonNull(actors.get(historyBySubject.get(it.getKey())));
                var resolved =
                        activity.actors().stream().map(registered::resolve).toList();
                yield parties(resolved, filters, true, Participant::name);
            }
        };
    }

    private static List<CountedThing> parties(
            Collection<Participant> parties, List<Filter> filters, boolean actors, Function<Participant, String> name) {
        var things = new ArrayList<CountedThing>();
        for (var participant : parties) {
            Map<FilterField, String> own = actors
                    ? Map.of(
                            FilterField.ACTOR,
                            participant.name(),
                            FilterField.SECTOR,
                            participant.type(),
                            FilterField.ACTOR_ROLE,
                            participant.role())
                    : Map.of(
                            FilterField.COUNTERPART_TYPE,
                            participant.type(),
                            FilterField.COUNTRY,
                            participant.country());
            boolean matches = filters.stream()
                    .allMatch(filter -> own.entrySet().stream().allMatch(it -> filter.valuesOf(it.getKey())
                            .map(values -> values.contains(it.getValue()))
                            .orElse(true)));
            if (matches && !name.apply(participant).isEmpty()) {
                things.add(new CountedThing(name.apply(participant), own));
            }
        }
        return things;
    }

    private List<ReferenceValue.ActivityShare> assessed(
            Measure.RubricShare measure, int level, Transition date, Period period, Filter where, List<Grouping> by) {
        var shares = new ArrayList<ReferenceValue.ActivityShare>();
        for (var it : matching(measure.where(), where, false)) {
            if (it.getValue().levels().getOrDefault(measure.rubric(), 0) >= level) {
                placed(it, date, period).ifPresent(placed -> shares.add(one(it, keys(it, date, by, Map.of()), placed)));
            }
        }
        return shares;
    }

    private ReferenceValue.ActivityShare one(
            Map.Entry<String, Activity> activity, List<List<String>> keys, boolean placed) {
        return new ReferenceValue.ActivityShare(
                activity.getKey(), thing(activity), Optional.of(BigDecimal.ONE), Optional.empty(), keys, placed);
    }

    private List<ReferenceValue.ActivityShare> quantities(
            Measure.QuantitySum measure, Transition date, Period period, Filter where, List<Grouping> by) {
        var shares = new ArrayList<ReferenceValue.ActivityShare>();
        for (var it : matching(measure.where(), where, false)) {
            placed(it, date, period).ifPresent(placed -> {
                var amount =
                        it.getValue().quantities().members().get(measure.quantity()) instanceof Json.Num(var number)
                                ? number
                                : BigDecimal.ZERO;
                shares.add(new ReferenceValue.ActivityShare(
                        it.getKey(),
                        it.getKey(),
                        Optional.of(amount),
                        Optional.empty(),
                        keys(it, date, by, Map.of()),
                        placed));
            });
        }
        return shares;
    }

    private List<ReferenceValue.ActivityShare> money(
            Measure.MoneySum measure, Transition date, Period period, Filter where, List<Grouping> by) {
        var shares = new ArrayList<ReferenceValue.ActivityShare>();
        for (var it : matching(measure.where(), where, false)) {
            var effectiveDate = it.getValue().effectiveDate(date);
            placed(it, date, period).ifPresent(placed -> {
                for (Money money : it.getValue().amounts()) {
                    if (measure.purpose().map(money.purpose()::equals).orElse(true)) {
                        var rate = series.rate(money.currency(), measure.currency(), effectiveDate.orElseThrow());
                        shares.add(new ReferenceValue.ActivityShare(
                                it.getKey(),
                                it.getKey(),
                                rate.map(money.value()::multiply),
                                rate.isPresent()
                                        ? Optional.empty()
                                        : Optional.of("exchange-rate." + money.currency() + "." + measure.currency()),
                                keys(it, date, by, Map.of()),
                                placed));
                    }
                }
            });
        }
        return shares;
    }

    private List<ReferenceValue.ActivityShare> inForce(
            Measure.Stock measure, Period period, Filter where, List<Grouping> by) {
        var shares = new ArrayList<ReferenceValue.ActivityShare>();
        var last = period.last();
        for (var it : matching(measure.where(), where.without(FilterField.STATUS), true)) {
            var begun = it.getValue().effectiveDate(Transition.FORMALISED);
            var ended = it.getValue().effectiveDate(Transition.ENDED);
            var end = it.getValue().end();
            boolean possible = belongs(it, last)
                    && begun.isPresent()
                    && !begun.get().earliest().isAfter(last)
                    && ended.filter(e -> !e.latest().isAfter(last)).isEmpty()
                    && end.filter(e -> e.latest().isBefore(last)).isEmpty();
            boolean certain = possible
                    && !begun.get().latest().isAfter(last)
                    && ended.filter(e -> !e.earliest().isAfter(last)).isEmpty()
                    && end.filter(e -> e.earliest().isBefore(last)).isEmpty();
            if (possible) {
                shares.add(one(it, keys(it, Transition.FORMALISED, by, Map.of()), certain));
            }
        }
        return shares;
    }

    private boolean belongs(Map.Entry<String, Activity> activity, LocalDate day) {
        var territoryHistory = Objects.requireNonNull(historyBySubject.get(activity.getKey()));
        return !day.isBefore(territoryHistory.since()) && !day.isAfter(territoryHistory.until());
    }

    /** Returns whether a period contains the date entirely; empty if they do not overlap. */
    private Optional<Boolean> placed(Map.Entry<String, Activity> activity, Transition date, Period period) {
        var territoryHistory = Objects.requireNonNull(historyBySubject.get(activity.getKey()));
        var first = territoryHistory.since().isAfter(period.first()) ? territoryHistory.since() : period.first();
        var last = territoryHistory.until().isBefore(period.last()) ? territoryHistory.until() : period.last();
        return activity.getValue()
                .effectiveDate(date)
                .filter(_ -> !first.isAfter(last))
                .filter(it -> !it.earliest().isAfter(last) && !it.latest().isBefore(first))
                .map(it -> !it.earliest().isBefore(first) && !it.latest().isAfter(last));
    }

    private List<List<String>> keys(
            Map.Entry<String, Activity> activity, Transition date, List<Grouping> by, Map<FilterField, String> own) {
        List<List<String>> keys = new ArrayList<>(List.of(List.of()));
        for (var grouping : by) {
            List<List<String>> longer = new ArrayList<>();
            for (var key : keys) {
                for (var member : members(activity, date, grouping, own)) {
                    longer.add(Stream.concat(key.stream(), Stream.of(member)).toList());
                }
            }
            keys = longer;
        }
        return by.isEmpty() ? List.of() : keys;
    }

    private Collection<String> members(
            Map.Entry<String, Activity> activity, Transition date, Grouping by, Map<FilterField, String> own) {
        return switch (by) {
            case Grouping.TimeGrouping(var grain) ->
                time(activity.getValue().effectiveDate(date).orElseThrow(), grain);
            case Grouping.FieldGrouping(var filterField)
            when own.containsKey(filterField) -> stated(Stream.of(own.get(filterField)));
            case Grouping.FieldGrouping(var filterField)
            when filterField == FilterField.PLACE ->
                activity.getValue().places().stream().reduce((_, last) -> last).stream()
                        .toList();
            case Grouping.FieldGrouping(var filterField) -> values(filterField, activity.getKey(), activity.getValue());
        };
    }

    private static List<String> time(EffectiveDate effectiveDate, Grain grain) {
        var from = name(effectiveDate.earliest(), grain);
        return from.equals(name(effectiveDate.latest(), grain)) ? List.of(from) : List.of();
    }

    private static String name(LocalDate day, Grain grain) {
        return switch (grain) {
            case MONTH -> "%04d-%02d".formatted(day.getYear(), day.getMonthValue());
            case QUARTER -> "%04d-Q%d".formatted(day.getYear(), (day.getMonthValue() + 2) / 3);
            case HALF -> "%04d-S%d".formatted(day.getYear(), day.getMonthValue() > 6 ? 2 : 1);
            case YEAR -> "%04d".formatted(day.getYear());
        };
    }
}
