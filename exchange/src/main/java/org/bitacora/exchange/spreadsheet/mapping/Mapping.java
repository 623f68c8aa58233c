package org.bitacora.exchange.spreadsheet.mapping;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the columns of a sheet mean: made by {@link MappingReader}.
 *
 * @param layout how the file is laid out
 * @param source the source that its events name; that of whoever imports where it says none
 * @param naming how a row names its activity
 * @param kind the kind of the activity
 * @param data the data of its events
 * @param events what a row tells of it
 * @param forms how the sheet writes
 */
public record Mapping(
        Layout layout,
        Optional<String> source,
        Naming naming,
        Part kind,
        Part.Fields data,
        List<Telling> events,
        Forms forms) {

    public Mapping {
        events = List.copyOf(events);
    }

    /**
     * How a file is laid out; what is not said is found out.
     *
     * @param sheet the name of the sheet
     * @param header the number of the row of the header
     * @param encoding the encoding of a CSV file
     * @param delimiter what parts the columns of a CSV file
     * @param skip rows that begin with one of these are no data
     */
    public record Layout(
            Optional<String> sheet,
            OptionalInt header,
            Optional<String> encoding,
            Optional<Character> delimiter,
            List<String> skip) {
        public Layout {
            skip = List.copyOf(skip);
        }

        /** All found out. */
        public static final Layout USUAL =
                new Layout(Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * How a row names its activity.
     *
     * @param prefix what each name begins with
     * @param columns those whose texts are the name
     * @param hash those whose texts are hashed to a name, where the others are empty
     * @param carried whether a row without a name goes on with the activity of the row above it
     */
    record Naming(String prefix, List<String> columns, List<String> hash, boolean carried) {
        Naming {
            columns = List.copyOf(columns);
            hash = List.copyOf(hash);
        }
    }

    /**
     * One thing that a row tells of its activity.
     *
     * @param transition which step the activity took
     * @param on on which day; where it comes from a column and that is empty, nothing is told
     * @param when the texts of which one must stand in each of these columns, folded
     */
    record Telling(Part transition, Optional<Part> on, Map<String, Set<String>> when) {
        Telling {
            when = Map.copyOf(when);
        }

        /** Whether the transition is the same in each row: then a row that no longer tells it takes it back. */
        boolean isFixed() {
            return transition instanceof Part.Constant;
        }
    }

    /** The names of all columns that it takes from. */
    public Collection<String> columns() {
        var names = new LinkedHashSet<String>(naming.columns());
        names.addAll(naming.hash());
        taken().forEach(it -> names.addAll(it.column().names()));
        events.forEach(it -> names.addAll(it.when().keySet()));
        return names;
    }

    Stream<Part.Taken> taken() {
        var ofEvents = events.stream()
                .flatMap(it ->
                        Stream.concat(it.transition().taken(), it.on().stream().flatMap(Part::taken)));
        return Stream.of(kind.taken(), data.taken(), ofEvents).flatMap(it -> it);
    }
}
