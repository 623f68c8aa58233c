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
import org.bitacora.domain.activity.EventType;
import org.bitacora.domain.activity.Fold;
import org.bitacora.domain.activity.Kind;
import org.bitacora.domain.activity.Money;
import org.bitacora.domain.activity.Occasion;
import org.bitacora.domain.activity.Party;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.indicator.Counted;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Field;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Grain;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.series.Report;
import org.bitacora.domain.series.Reported;

/**
 * Computes indicators from the events of a log as one would by hand: all in memory, activity by activity, without SQL and
 * without the classes that the application computes figures with. Slow, and meant to be obvious.
 */
public final class Obvious {

    private final Map<String, Activity> activities = new TreeMap<>();
    private final Map<String, String> sources = new HashMap<>();
    private final Map<String, Life> lives = new HashMap<>();
    private final Map<Life, ObviousActors> actors = new HashMap<>();
    private final boolean isRolledUp;
    private final ObviousSeries series;

    /** What was said of a territory, and the first and the last day on which it belongs to what the figures are of. */
    public record Life(List<Told> log, LocalDate since, LocalDate until) {}

    /** Everything that was said of one territory up to a position. */
    public static Obvious of(List<Told> log) {
        return new Obvious(List.of(new Life(log, LocalDate.MIN, LocalDate.MAX)));
    }

    /** Everything that was said of a group's territories; series are those of the first. */
    public Obvious(List<Life> lives) {
        isRolledUp = lives.size() > 1;
        lives.forEach(this::live);
        series = new ObviousSeries(reports(lives.getFirst().log()));
    }

    private void live(Life life) {
        actors.put(life, new ObviousActors(life.log()));
        Map<String, List<ActivityEvent>> bySubject = new TreeMap<>();
        for (var told : life.log()) {
            EventType.of(told.type()).ifPresent(type -> {
                bySubject
                        .computeIfAbsent(told.subject(), _ -> new ArrayList<>())
                        .add(ActivityEvent.of(type, told.key(), told.at(), told.data()));
                sources.putIfAbsent(told.subject(), told.key().source());
                lives.put(told.subject(), life);
            });
        }
        bySubject.forEach((subject, events) -> activities.put(subject, Fold.of(events)));
    }

    private static Map<String, List<Report>> reports(List<Told> log) {
        Map<String, Map<List<LocalDate>, Reported>> held = new HashMap<>();
        for (var told : log) {
            if (told.type().equals(Report.REPORTED)) {
                var report = Report.of(told.data());
                held.computeIfAbsent(told.subject().substring(told.subject().indexOf('/') + 1), _ -> new HashMap<>())
                        .merge(
                                List.of(report.period().first(), report.period().last()),
                                new Reported(told.key(), told.at(), report),
                                (a, b) -> Reported.PRECEDENCE.compare(a, b) > 0 ? a : b);
            }
        }
        Map<String, List<Report>> reports = new HashMap<>();
        held.forEach((name, byPeriod) -> reports.put(
                name, byPeriod.values().stream().map(Reported::report).toList()));
        return reports;
    }

    /** The figure of a definition in a period. */
    public Figure figure(Definition definition, Period period, Filter where, List<Grouping> by) {
        return switch (definition.measure()) {
            case Measure.Ratio(var numerator, var denominator, var scale) ->
                Figure.ratio(
                        simple(numerator, definition.date(), period, where, by),
                        simple(denominator, definition.date(), period, where, by),
                        scale);
            case Measure.Rubric rubric ->
                Figure.ratio(
                        Figure.tallied(judged(rubric, rubric.atLeast(), definition.date(), period, where, by), true),
                        Figure.tallied(judged(rubric, 1, definition.date(), period, where, by), true),
                        BigDecimal.valueOf(100));
            case Measure.Simple simple -> simple(simple, definition.date(), period, where, by);
        };
    }

    private Figure simple(Measure.Simple measure, Transition date, Period period, Filter where, List<Grouping> by) {
        return switch (measure) {
            case Measure.Of(var _, var _, var of) -> simple(of, date, period, where, by);
            case Measure.Reported reported -> byTimes(period, by, it -> series.reported(reported, it));
            case Measure.Stock stock
            when by.stream().anyMatch(Grouping.Every.class::isInstance) ->
                byTimes(period, by, it -> Figure.tallied(inForce(stock, it, where, List.of()), true));
            case Measure.Stock stock -> Figure.tallied(inForce(stock, period, where, by), true);
            case Measure.Count count -> Figure.tallied(counted(count, date, period, where, by), true);
            case Measure.SumQuantity sum -> Figure.tallied(quantities(sum, date, period, where, by), false);
            case Measure.SumMoney sum -> Figure.tallied(money(sum, date, period, where, by), false);
        };
    }

    private interface Looked {
        Figure in(Period period);
    }

    private static Figure byTimes(Period period, List<Grouping> by, Looked looked) {
        var whole = looked.in(period);
        Map<List<String>, Figure> parts = new HashMap<>();
        if (!by.isEmpty() && by.getFirst() instanceof Grouping.Every(var grain)) {
            period.split(grain).forEach(it -> parts.put(List.of(it.name()), looked.in(it)));
        }
        return new Figure(
                whole.number(), whole.reason(), whole.missing(), parts, whole.unplaced(), 0, 0, whole.currency());
    }

    /** The activities that both filters mean; formalised and ended ones where they name no status. */
    private List<Map.Entry<String, Activity>> meant(Filter meant, Filter asked, boolean statusOfItsOwn) {
        var counted = Set.of("formalised", "ended");
        var wanted = statusOfItsOwn ? meant.with(Field.STATUS, counted) : meant.orElse(Field.STATUS, counted);
        return activities.entrySet().stream()
                .filter(it -> matches(wanted, it) && matches(asked, it))
                .toList();
    }

    private boolean matches(Filter filter, Map.Entry<String, Activity> activity) {
        return filter.where().entrySet().stream()
                .allMatch(it -> values(it.getKey(), activity.getKey(), activity.getValue()).stream()
                        .anyMatch(it.getValue()::contains));
    }

    private Collection<String> values(Field field, String name, Activity activity) {
        return switch (field) {
            case KIND -> activity.kind().map(Kind::word).stream().toList();
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
            case ACTOR -> stated(activity.actors().stream().map(Party::name));
            case SECTOR -> stated(activity.actors().stream().map(Party::type));
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

    private List<Figure.Share> counted(
            Measure.Count measure, Transition date, Period period, Filter where, List<Grouping> by) {
        var shares = new ArrayList<Figure.Share>();
        for (var it : meant(ofActivities(measure, measure.where()), ofActivities(measure, where), false)) {
            placed(it, date, period).ifPresent(placed -> {
                for (var thing : things(measure, where, it)) {
                    var keys = keys(it, date, by, thing.own());
                    shares.add(new Figure.Share(
                            it.getKey(), thing.name(), Optional.of(BigDecimal.ONE), Optional.empty(), keys, placed));
                }
            });
        }
        return shares;
    }

    /** Who an actor is, and of which sector, is asked of each actor alone. */
    private static Filter ofActivities(Measure.Count measure, Filter filter) {
        return measure.counted() == Counted.ACTORS ? filter.without(Field.ACTOR).without(Field.SECTOR) : filter;
    }

    /** A thing that counts once, and what it has of its own to be parted by. */
    private record Thing(String name, Map<Field, String> own) {}

    /** What several territories name alike is one. */
    private String thing(Map.Entry<String, Activity> activity) {
        return text(activity.getValue(), "joint").stream()
                .filter(_ -> isRolledUp)
                .findFirst()
                .orElse(activity.getKey());
    }

    private List<Thing> things(Measure.Count measure, Filter where, Map.Entry<String, Activity> it) {
        var activity = it.getValue();
        var filters = List.of(measure.where(), where);
        return switch (measure.counted()) {
            case ACTIVITIES -> List.of(new Thing(thing(it), Map.of()));
            case DIMENSIONS ->
                text(activity, "dimension").stream()
                        .map(name -> new Thing(name, Map.of()))
                        .toList();
            case COUNTERPARTS -> parties(activity.counterparts(), filters, false, Party::name);
            case COUNTRIES -> parties(activity.counterparts(), filters, false, Party::country);
            case ACTORS -> {
                var registered = Objects.requireNonNull(actors.get(lives.get(it.getKey())));
                var meant = activity.actors().stream().map(registered::meant).toList();
                yield parties(meant, filters, true, Party::name);
            }
        };
    }

    private static List<Thing> parties(
            Collection<Party> parties, List<Filter> filters, boolean actors, Function<Party, String> name) {
        var things = new ArrayList<Thing>();
        for (var party : parties) {
            Map<Field, String> own = actors
                    ? Map.of(Field.ACTOR, party.name(), Field.SECTOR, party.type())
                    : Map.of(Field.COUNTERPART_TYPE, party.type(), Field.COUNTRY, party.country());
            boolean asked = filters.stream()
                    .allMatch(filter -> own.entrySet().stream().allMatch(it -> filter.of(it.getKey())
                            .map(values -> values.contains(it.getValue()))
                            .orElse(true)));
            if (asked && !name.apply(party).isEmpty()) {
                things.add(new Thing(name.apply(party), own));
            }
        }
        return things;
    }

    private List<Figure.Share> judged(
            Measure.Rubric measure, int level, Transition date, Period period, Filter where, List<Grouping> by) {
        var shares = new ArrayList<Figure.Share>();
        for (var it : meant(measure.where(), where, false)) {
            if (it.getValue().levels().getOrDefault(measure.rubric(), 0) >= level) {
                placed(it, date, period).ifPresent(placed -> shares.add(one(it, keys(it, date, by, Map.of()), placed)));
            }
        }
        return shares;
    }

    private Figure.Share one(Map.Entry<String, Activity> activity, List<List<String>> keys, boolean placed) {
        return new Figure.Share(
                activity.getKey(), thing(activity), Optional.of(BigDecimal.ONE), Optional.empty(), keys, placed);
    }

    private List<Figure.Share> quantities(
            Measure.SumQuantity measure, Transition date, Period period, Filter where, List<Grouping> by) {
        var shares = new ArrayList<Figure.Share>();
        for (var it : meant(measure.where(), where, false)) {
            placed(it, date, period).ifPresent(placed -> {
                var amount =
                        it.getValue().quantities().members().get(measure.quantity()) instanceof Json.Num(var number)
                                ? number
                                : BigDecimal.ZERO;
                shares.add(new Figure.Share(
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

    private List<Figure.Share> money(
            Measure.SumMoney measure, Transition date, Period period, Filter where, List<Grouping> by) {
        var shares = new ArrayList<Figure.Share>();
        for (var it : meant(measure.where(), where, false)) {
            var occasion = it.getValue().occasion(date);
            placed(it, date, period).ifPresent(placed -> {
                for (Money money : it.getValue().amounts()) {
                    if (measure.purpose().map(money.purpose()::equals).orElse(true)) {
                        var rate = series.rate(money.currency(), measure.currency(), occasion.orElseThrow());
                        shares.add(new Figure.Share(
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

    private List<Figure.Share> inForce(Measure.Stock measure, Period period, Filter where, List<Grouping> by) {
        var shares = new ArrayList<Figure.Share>();
        var last = period.last();
        for (var it : meant(measure.where(), where.without(Field.STATUS), true)) {
            var begun = it.getValue().occasion(Transition.FORMALISED);
            var ended = it.getValue().occasion(Transition.ENDED);
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
        var life = Objects.requireNonNull(lives.get(activity.getKey()));
        return !day.isBefore(life.since()) && !day.isAfter(life.until());
    }

    /** Whether the days of a period contain a date whole; empty where they do not even overlap. */
    private Optional<Boolean> placed(Map.Entry<String, Activity> activity, Transition date, Period period) {
        var life = Objects.requireNonNull(lives.get(activity.getKey()));
        var first = life.since().isAfter(period.first()) ? life.since() : period.first();
        var last = life.until().isBefore(period.last()) ? life.until() : period.last();
        return activity.getValue()
                .occasion(date)
                .filter(_ -> !first.isAfter(last))
                .filter(it -> !it.earliest().isAfter(last) && !it.latest().isBefore(first))
                .map(it -> !it.earliest().isBefore(first) && !it.latest().isAfter(last));
    }

    private List<List<String>> keys(
            Map.Entry<String, Activity> activity, Transition date, List<Grouping> by, Map<Field, String> own) {
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
            Map.Entry<String, Activity> activity, Transition date, Grouping by, Map<Field, String> own) {
        return switch (by) {
            case Grouping.Every(var grain) ->
                time(activity.getValue().occasion(date).orElseThrow(), grain);
            case Grouping.By(var field) when own.containsKey(field) -> stated(Stream.of(own.get(field)));
            case Grouping.By(var field)
            when field == Field.PLACE ->
                activity.getValue().places().stream().reduce((_, last) -> last).stream()
                        .toList();
            case Grouping.By(var field) -> values(field, activity.getKey(), activity.getValue());
        };
    }

    private static List<String> time(Occasion occasion, Grain grain) {
        var from = name(occasion.earliest(), grain);
        return from.equals(name(occasion.latest(), grain)) ? List.of(from) : List.of();
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
