package org.bitacora.exchange.spreadsheet.mapping;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.bitacora.domain.refusal.Detail;

/**
 * The meaning of the columns of a sheet. Created by {@link MappingParser}.
 *
 * @param layout the layout of the file
 * @param source the source of its events; empty for the source of the importing key
 * @param nameRule how the name of an activity is derived from its rows
 * @param kind the kind of the activity
 * @param data the data of its events
 * @param events the events that a row can state
 * @param forms the formats of dates, numbers and blank cells
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
     * The layout of a file. Empty members are detected from the file.
     *
     * @param sheet the name of the sheet
     * @param header the number of the header row
     * @param encoding the encoding of a CSV file
     * @param delimiter the delimiter of a CSV file
     * @param skip rows that start with one of these texts are skipped
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

        /** Returns this layout with a delimiter. */
        public SheetLayout withDelimiter(char delimiter) {
            return new SheetLayout(sheet, header, encoding, Optional.of(delimiter), skip);
        }

        /** The layout of a file in which everything is detected. */
        public static final SheetLayout DEFAULT =
                new SheetLayout(Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * The rule for activity names.
     *
     * @param prefix the prefix of every name
     * @param columns the columns whose texts form the name
     * @param hash the columns whose texts are hashed to a name if the others are empty
     * @param continuesPrevious whether a row without a name belongs to the activity of the row above
     */
    record ActivityNameRule(String prefix, List<String> columns, List<String> hash, boolean continuesPrevious) {
        ActivityNameRule {
            columns = List.copyOf(columns);
            hash = List.copyOf(hash);
        }
    }

    /**
     * An event that a row can state.
     *
     * @param transition the step of the activity
     * @param date the day of the step; if it comes from a column and the cell is blank, the row does not state the
     *     event
     * @param conditions the allowed texts of columns, normalized; a row states the event only if each column has one of
     *     its texts
     */
    record EventRule(MappingNode transition, Optional<MappingNode> date, Map<String, Set<String>> conditions) {
        EventRule {
            conditions = Map.copyOf(conditions);
        }

        /**
         * Returns whether the transition is the same in every row. If so, a row that no longer states the event
         * withdraws it.
         */
        boolean isFixed() {
            return transition instanceof MappingNode.ConstantNode;
        }
    }

    /** Returns this mapping for a file with another layout. */
    public Mapping withLayout(SheetLayout layout) {
        return new Mapping(layout, source, nameRule, kind, data, events, forms);
    }

    /** The names of all columns that the mapping uses. */
    public Collection<String> columns() {
        var names = new LinkedHashSet<String>(nameRule.columns());
        names.addAll(nameRule.hash());
        columnNodes().forEach(it -> names.addAll(it.column().names()));
        events.forEach(it -> names.addAll(it.conditions().keySet()));
        return names;
    }

    /** The columns of the kind, the data and the transitions, with the members that they fill. */
    List<MappingNode.MemberColumn> memberColumns() {
        var ofTransitions = events.stream().flatMap(it -> it.transition().memberColumns("transition"));
        return Stream.of(kind.memberColumns("kind"), data.memberColumns(""), ofTransitions)
                .flatMap(it -> it)
                .distinct()
                .toList();
    }

    /** What the author of the mapping should check, although the mapping is valid. */
    public List<Detail> warnings() {
        boolean hasPlace = data.states(List.of("place", "country"));
        boolean hasCounterpart = data.states(List.of("counterparts", "country"));
        if (hasPlace == hasCounterpart) {
            return List.of();
        }
        return List.of(
                hasPlace
                        ? Detail.of(
                                "The mapping fills `place.country` but not `counterparts.country`. Indicators by country use the countries of the counterparts; `place.country` is only where an activity took place.")
                        : Detail.of(
                                "The mapping fills `counterparts.country` but not `place.country`. Indicators by country use the countries of the counterparts; they do not show where an activity took place."));
    }

    Stream<MappingNode.ColumnNode> columnNodes() {
        var ofEvents = events.stream()
                .flatMap(it -> Stream.concat(
                        it.transition().columnNodes(), it.date().stream().flatMap(MappingNode::columnNodes)));
        return Stream.of(kind.columnNodes(), data.columnNodes(), ofEvents).flatMap(it -> it);
    }
}
