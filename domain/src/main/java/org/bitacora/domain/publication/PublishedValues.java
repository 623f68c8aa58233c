package org.bitacora.domain.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitacora.domain.json.Json;

/** The values of a report by path. A path identifies list items by a naming member instead of their index. */
public final class PublishedValues {

    /** The members that hold values. The other members are texts, links, or derived from these values. */
    private static final List<String> VALUE_MEMBERS = List.of("value", "target", "total");

    /** The members that are derived from values and the current day. */
    private static final List<String> DERIVED_MEMBERS = List.of("attainment", "progress", "pace");

    /**
     * The members that name an item of a list; the first one that the item has is used. Older reports have
     * {@code measure}, {@code objective} and {@code perspective} instead of {@code code}.
     */
    private static final List<String> NAMES =
            List.of("code", "measure", "objective", "perspective", "category", "member", "period", "indicator");

    private final Map<String, Optional<BigDecimal>> values = new LinkedHashMap<>();

    private PublishedValues() {}

    /** A value that differs between two versions of a report. An empty number means that the value is missing. */
    public record PublishedValueDifference(String path, Optional<BigDecimal> published, Optional<BigDecimal> current) {}

    /** The values of a report by path. */
    public static Map<String, Optional<BigDecimal>> valuesByPath(Json report) {
        var found = new PublishedValues();
        found.walk("", report);
        return found.values;
    }

    /** The differences between a published report and the same report computed now. */
    public static List<PublishedValueDifference> differences(Json published, Json now) {
        var old = valuesByPath(published);
        var today = valuesByPath(now);
        var paths = new TreeSet<>(old.keySet());
        paths.addAll(today.keySet());
        var differences = new ArrayList<PublishedValueDifference>();
        for (var path : paths) {
            var before = old.getOrDefault(path, Optional.empty());
            var after = today.getOrDefault(path, Optional.empty());
            if (!isEqual(before, after)) {
                differences.add(new PublishedValueDifference(path, before, after));
            }
        }
        return differences;
    }

    private static boolean isEqual(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.map(it -> other.filter(otherNumber -> it.compareTo(otherNumber) == 0)
                        .isPresent())
                .orElseGet(other::isEmpty);
    }

    private void walk(String path, Json value) {
        switch (value) {
            case Json.Obj object -> object.members().forEach((name, member) -> member(path, name, member));
            case Json.Arr(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    walk(path + "/" + nameOf(items.get(i)).orElse(Integer.toString(i)), items.get(i));
                }
            }
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    private void member(String path, String name, Json member) {
        var memberPath = path + "/" + name;
        switch (member) {
            case Json.Num(var number) when VALUE_MEMBERS.contains(name) -> values.put(memberPath, Optional.of(number));
            case Json.Null() when VALUE_MEMBERS.contains(name) -> values.put(memberPath, Optional.empty());
            case Json.Obj _, Json.Arr _ when DERIVED_MEMBERS.contains(name) -> {}
            case Json.Obj _, Json.Arr _ -> walk(memberPath, member);
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    private static Optional<String> nameOf(Json item) {
        return item instanceof Json.Obj object
                ? NAMES.stream()
                        .flatMap(it -> nameIn(object, it).stream())
                        .findFirst()
                        .map(it -> it + furtherMembers(object))
                : Optional.empty();
    }

    /** The members of a part in further dimensions: {@code further} today, {@code member2} in older reports. */
    private static String furtherMembers(Json.Obj part) {
        var further = part.items("further").stream()
                .flatMap(it -> it instanceof Json.Obj member ? member.text("member").stream() : Stream.empty());
        return Stream.concat(further, part.text("member2").stream())
                .map(it -> "," + it)
                .collect(Collectors.joining());
    }

    /**
     * The text of a member, or of the member of the same name or {@code code} in the object that is its
     * value.
     */
    private static Optional<String> nameIn(Json.Obj object, String name) {
        return object.text(name).or(() -> object.object(name).text(name)).or(() -> object.object(name)
                .text("code"));
    }
}
