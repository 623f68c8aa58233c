package org.bitacora.domain.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.bitacora.domain.json.Json;

/** The figures of a report, each by where it is in it: what tells items of lists apart, instead of their numbers. */
public final class PublishedValues {

    /** The members that are figures; the others are words, links, or follow from these. */
    private static final List<String> FIGURES = List.of("value", "target", "total");

    /** What follows from figures, and from the day. */
    private static final List<String> DERIVED = List.of("attainment", "progress", "pace");

    /** What tells items of a list apart, the first that they have. */
    private static final List<String> NAMES =
            List.of("measure", "objective", "perspective", "category", "member", "period", "indicator", "code");

    private final Map<String, Optional<BigDecimal>> figures = new LinkedHashMap<>();

    private PublishedValues() {}

    /** A figure that is another one now, or that there is no more, or was not. */
    public record PublishedValueDifference(String path, Optional<BigDecimal> published, Optional<BigDecimal> current) {}

    /** The figures of a report, by their places. */
    public static Map<String, Optional<BigDecimal>> valuesByPath(Json report) {
        var found = new PublishedValues();
        found.walk("", report);
        return found.figures;
    }

    /** What differs between a report as it was published and the same as it would be now. */
    public static List<PublishedValueDifference> differences(Json published, Json now) {
        var old = valuesByPath(published);
        var today = valuesByPath(now);
        var places = new TreeSet<>(old.keySet());
        places.addAll(today.keySet());
        var differences = new ArrayList<PublishedValueDifference>();
        for (var place : places) {
            var before = old.getOrDefault(place, Optional.empty());
            var after = today.getOrDefault(place, Optional.empty());
            if (!isEqual(before, after)) {
                differences.add(new PublishedValueDifference(place, before, after));
            }
        }
        return differences;
    }

    private static boolean isEqual(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.map(it -> other.filter(too -> it.compareTo(too) == 0).isPresent())
                .orElseGet(other::isEmpty);
    }

    private void walk(String place, Json value) {
        switch (value) {
            case Json.Obj object -> object.members().forEach((name, member) -> member(place, name, member));
            case Json.Arr(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    walk(place + "/" + nameOf(items.get(i)).orElse(Integer.toString(i)), items.get(i));
                }
            }
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    private void member(String place, String name, Json member) {
        var here = place + "/" + name;
        switch (member) {
            case Json.Num(var number) when FIGURES.contains(name) -> figures.put(here, Optional.of(number));
            case Json.Null() when FIGURES.contains(name) -> figures.put(here, Optional.empty());
            case Json.Obj _, Json.Arr _ when DERIVED.contains(name) -> {}
            case Json.Obj _, Json.Arr _ -> walk(here, member);
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    private static Optional<String> nameOf(Json item) {
        return item instanceof Json.Obj object
                ? NAMES.stream().flatMap(it -> nameIn(object, it).stream()).findFirst()
                : Optional.empty();
    }

    /** A word, or the word of the same name one below: what is measured names its measure so. */
    private static Optional<String> nameIn(Json.Obj object, String name) {
        return object.text(name).or(() -> object.object(name).text(name)).or(() -> object.object(name)
                .text("code"));
    }
}
