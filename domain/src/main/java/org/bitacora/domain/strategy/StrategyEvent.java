package org.bitacora.domain.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/** What an event says of a strategy. */
public sealed interface StrategyEvent {

    /** That it was adopted, or what its charter says from now on. */
    record StrategyAdopted() implements StrategyEvent {}

    /** That it has such a part, or what that says from now on. */
    record SectionItemStated(StrategySection part) implements StrategyEvent {}

    /** That it has that one no more. */
    record SectionItemDropped(StrategySection part) implements StrategyEvent {}

    /** What an event of that type says. */
    static Optional<StrategyEvent> of(String type) {
        return type.equals(StrategySection.ADOPTED_TYPE) ? Optional.of(new StrategyAdopted()) : ofPart(type);
    }

    private static Optional<StrategyEvent> ofPart(String type) {
        return Arrays.stream(StrategySection.values())
                .flatMap(strategySection -> strategySection.statedType().equals(type)
                        ? Stream.of(new SectionItemStated(strategySection))
                        : strategySection
                                .droppedType()
                                .filter(type::equals)
                                .map(_ -> new SectionItemDropped(strategySection))
                                .stream())
                .map(StrategyEvent.class::cast)
                .findFirst();
    }

    /** The types of all of them. */
    static List<String> types() {
        return Stream.concat(
                        Stream.of(StrategySection.ADOPTED_TYPE),
                        Arrays.stream(StrategySection.values())
                                .flatMap(strategySection -> Stream.concat(
                                        Stream.of(strategySection.statedType()),
                                        strategySection.droppedType().stream())))
                .toList();
    }

    /** What is wrong with its data by themselves, each with its place below {@code at}. */
    default List<Violation> validate(Pointer at, Json.Obj data) {
        var found = new ArrayList<Violation>();
        var jsonObjectReader = new JsonObjectReader(at, data, found);
        switch (this) {
            case StrategyAdopted() -> Charter.read(jsonObjectReader);
            case SectionItemStated(var strategySection) ->
                StrategySectionReader.read(strategySection, jsonObjectReader);
            case SectionItemDropped(var strategySection) -> {
                jsonObjectReader.allowOnly(strategySection.keyMembers());
                strategySection.keyMembers().forEach(it -> jsonObjectReader.text(it, true));
            }
        }
        return found;
    }
}
