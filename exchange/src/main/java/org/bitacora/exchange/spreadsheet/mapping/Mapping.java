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
 * What the columns of a sheet mean: made by {@link MappingParser}.
 *
 * @param layout how the file is laid out
 * @param source the source that its events name; that of whoever imports where it says none
 * @param nameRule how a row names its activity
 * @param kind the kind of the activity
 * @param data the data of its events
 * @param events what a row tells of it
 * @param forms how the sheet writes
 */
public record Mapping(
        SheetLayout layout,
        Optional<String> source,
        ActivityNameRule nameRule,
        MappingNode kind,
        MappingNode.ObjectNode data,
        List<EventRule> events,
        SheetFormats forms) {

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
    public record SheetLayout(
            Optional<String> sheet,
            OptionalInt header,
            Optional<String> encoding,
            Optional<Character> delimiter,
            List<String> skip) {
        public SheetLayout {
            skip = List.copyOf(skip);
        }

        /** All found out. */
        public static final SheetLayout DEFAULT =
                new SheetLayout(Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * How a row names its activity.
     *
     * @param prefix what each name begins with
     * @param columns those whose texts are the name
     * @param hash those whose texts are hashed to a name, where the others are empty
     * @param continuesPrevious whether a row without a name goes on with the activity of the row above it
     */
    record ActivityNameRule(String prefix, List<String> columns, List<String> hash, boolean continuesPrevious) {
        ActivityNameRule {
            columns = List.copyOf(columns);
            hash = List.copyOf(hash);
        }
    }

    /**
     * One thing that a row tells of its activity.
     *
     * @param transition which step the activity took
     * @param date on which day; where it comes from a column and that is empty, nothing is told
     * @param conditions the texts of which one must stand in each of these columns, folded
     */
    record EventRule(MappingNode transition, Optional<MappingNode> date, Map<String, Set<String>> conditions) {
        EventRule {
            conditions = Map.copyOf(conditions);
        }

        /** Whether the transition is the same in each row: then a row that no longer tells it takes it back. */
        boolean isFixed() {
            return transition instanceof MappingNode.ConstantNode;
        }
    }

    /** The names of all columns that it takes from. */
    public Collection<String> columns() {
        var names = new LinkedHashSet<String>(nameRule.columns());
        names.addAll(nameRule.hash());
        columnNodes().forEach(it -> names.addAll(it.column().names()));
        events.forEach(it -> names.addAll(it.conditions().keySet()));
        return names;
    }

    Stream<MappingNode.ColumnNode> columnNodes() {
        var ofEvents = events.stream()
                .flatMap(it -> Stream.concat(
                        it.transition().columnNodes(), it.date().stream().flatMap(MappingNode::columnNodes)));
        return Stream.of(kind.columnNodes(), data.columnNodes(), ofEvents).flatMap(it -> it);
    }
}
