package org.bitacora.domain.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.Members;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/** What an event says of a strategy. */
public sealed interface StrategyEvent {

    /** That it was adopted, or what its charter says from now on. */
    record Adopted() implements StrategyEvent {}

    /** That it has such a part, or what that says from now on. */
    record Stated(Part part) implements StrategyEvent {}

    /** That it has that one no more. */
    record Dropped(Part part) implements StrategyEvent {}

    /** What an event of that type says. */
    static Optional<StrategyEvent> of(String type) {
        return type.equals(Part.ADOPTED) ? Optional.of(new Adopted()) : ofPart(type);
    }

    private static Optional<StrategyEvent> ofPart(String type) {
        return Arrays.stream(Part.values())
                .flatMap(part -> part.stated().equals(type)
                        ? Stream.of(new Stated(part))
                        : part.dropped().filter(type::equals).map(_ -> new Dropped(part)).stream())
                .map(StrategyEvent.class::cast)
                .findFirst();
    }

    /** The types of all of them. */
    static List<String> types() {
        return Stream.concat(
                        Stream.of(Part.ADOPTED),
                        Arrays.stream(Part.values())
                                .flatMap(part -> Stream.concat(Stream.of(part.stated()), part.dropped().stream())))
                .toList();
    }

    /** What is wrong with its data by themselves, each with its place below {@code at}. */
    default List<Violation> check(Pointer at, Json.Obj data) {
        var found = new ArrayList<Violation>();
        var members = new Members(at, data, found);
        switch (this) {
            case Adopted() -> Charter.read(members);
            case Stated(var part) -> PartReader.read(part, members);
            case Dropped(var part) -> {
                members.only(part.key());
                part.key().forEach(it -> members.text(it, true));
            }
        }
        return found;
    }
}
