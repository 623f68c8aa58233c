package org.bitacora.exchange.spreadsheet.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bitacora.domain.json.Json;

/** A part of the data of an event, as a mapping draws it. */
sealed interface Part {

    /** The same in every row. */
    record Constant(Json value) implements Part {}

    /** What stands in a column. */
    record Taken(Column column, As as) implements Part {}

    /** An object. Where nothing stands in any of its columns it is left out, constants, usual values and all. */
    record Fields(Map<String, Part> parts) implements Part {
        public Fields {
            parts = new LinkedHashMap<>(parts);
        }
    }

    /** A list; a part of it that is cut into several makes as many items. */
    record Items(List<Part> parts) implements Part {
        public Items {
            parts = List.copyOf(parts);
        }
    }

    /** Whether it takes from any column. */
    default boolean takes() {
        return switch (this) {
            case Constant _ -> false;
            case Taken _ -> true;
            case Fields(var parts) -> parts.values().stream().anyMatch(Part::takes);
            case Items(var parts) -> parts.stream().anyMatch(Part::takes);
        };
    }

    /** All columns that it takes from. */
    default Stream<Taken> taken() {
        return switch (this) {
            case Constant _ -> Stream.empty();
            case Taken it -> Stream.of(it);
            case Fields(var parts) -> parts.values().stream().flatMap(Part::taken);
            case Items(var parts) -> parts.stream().flatMap(Part::taken);
        };
    }
}
