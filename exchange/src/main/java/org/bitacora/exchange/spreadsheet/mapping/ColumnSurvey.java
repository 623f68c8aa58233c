package org.bitacora.exchange.spreadsheet.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bitacora.exchange.spreadsheet.mapping.MappingNode.MemberColumn;

/**
 * Counts the contents of columns: for the list of a dry run, and for the warning about texts that are not in the {@code
 * values} of their column. Not thread-safe.
 */
public final class ColumnSurvey {

    private static final int VALUES_SHOWN = 100;
    private static final int ROWS_SHOWN = 5;
    private static final int MAX_VALUES = 5_000;
    private static final int LONGEST_VALUE = 200;

    /** Members whose texts differ in almost every row. They are listed only if their columns have {@code values}. */
    private static final Set<String> PROSE = Set.of("title", "results", "links");

    private static final String PRIVATE = "private";

    private final List<Tally> tallies;
    private final SheetHeader sheetHeader;
    private final SheetFormats sheetFormats;

    private ColumnSurvey(Mapping mapping, SheetHeader sheetHeader, Predicate<MemberColumn> filter) {
        this.tallies = mapping.memberColumns().stream()
                .filter(it -> !it.topMember().equals(PRIVATE))
                .filter(filter)
                .map(Tally::new)
                .toList();
        this.sheetHeader = sheetHeader;
        this.sheetFormats = mapping.forms();
    }

    /** Returns a survey of all columns whose contents a dry run lists. Private columns are not among them. */
    public static ColumnSurvey ofListedColumns(Mapping mapping, SheetHeader sheetHeader) {
        return new ColumnSurvey(mapping, sheetHeader, it -> isListed(it) || hasWarning(it));
    }

    /** Returns a survey of the columns whose texts should be in their {@code values}. */
    public static ColumnSurvey ofColumnsWithValues(Mapping mapping, SheetHeader sheetHeader) {
        return new ColumnSurvey(mapping, sheetHeader, ColumnSurvey::hasWarning);
    }

    private static boolean isListed(MemberColumn memberColumn) {
        var type = memberColumn.node().type();
        return hasValues(memberColumn)
                || ((type.isText() || type == CellType.COUNTRY) && !PROSE.contains(memberColumn.topMember()));
    }

    private static boolean hasValues(MemberColumn memberColumn) {
        return !memberColumn.node().column().values().isEmpty();
    }

    /** Other types of cells and closed vocabularies reject unknown texts by themselves. */
    private static boolean hasWarning(MemberColumn memberColumn) {
        return hasValues(memberColumn)
                && memberColumn.node().type() == CellType.TEXT
                && memberColumn.node().column().values().otherwise() instanceof OtherwiseRule.KeepAndWarn;
    }

    /**
     * The contents of a column.
     *
     * @param column the name of the column
     * @param member the member of the data that the column fills
     * @param values the contents, the most frequent first; at most 100
     * @param more the number of further contents
     */
    public record ColumnContents(String column, String member, List<ContentCount> values, int more) {
        public ColumnContents {
            values = List.copyOf(values);
        }
    }

    /**
     * A content of a column.
     *
     * @param value the text of the cell, or a part of it if the text is split; long texts are shortened
     * @param count the number of rows
     * @param isMapped whether the mapping of the column lists the text; empty if the column lists no texts
     */
    public record ContentCount(String value, int count, Optional<Boolean> isMapped) {}

    /**
     * The texts of a column that are kept although they are not in its {@code values}.
     *
     * @param column the name of the column
     * @param count the number of rows with such texts
     * @param rows the first of these rows
     * @param values the texts, the most frequent first; at most 100
     */
    public record UnlistedTexts(String column, int count, List<Integer> rows, List<String> values) {
        public UnlistedTexts {
            rows = List.copyOf(rows);
            values = List.copyOf(values);
        }
    }

    /** Adds a row that is part of the import. */
    public void add(SheetRow sheetRow) {
        if (!tallies.isEmpty()) {
            var rowContext = new RowContext(sheetHeader, sheetRow);
            tallies.forEach(it -> it.add(rowContext, sheetFormats));
        }
    }

    /** The contents of all columns that have any. */
    public List<ColumnContents> contents() {
        return tallies.stream()
                .filter(it -> !it.counts.isEmpty())
                .map(Tally::contents)
                .toList();
    }

    /** The unlisted texts of all columns that warn about them. */
    public List<UnlistedTexts> unlistedTexts() {
        return tallies.stream().flatMap(it -> it.unlistedTexts().stream()).toList();
    }

    /** The counts of one column. */
    private static final class Tally {

        private final MemberColumn memberColumn;
        private final SheetColumn column;
        private final Map<String, Integer> counts = new LinkedHashMap<>();
        private final Set<String> mappedValues = new HashSet<>();
        private final List<Integer> unlistedRows = new ArrayList<>();
        private int unlistedCount;

        Tally(MemberColumn memberColumn) {
            this.memberColumn = memberColumn;
            this.column = memberColumn.node().column();
        }

        void add(RowContext rowContext, SheetFormats sheetFormats) {
            var cells = column.originalCells(rowContext, sheetFormats);
            cells.stream().distinct().forEach(this::count);
            if (hasWarning(memberColumn)
                    && cells.stream().anyMatch(it -> !column.values().contains(it))) {
                unlistedCount++;
                if (unlistedRows.size() < ROWS_SHOWN) {
                    unlistedRows.add(rowContext.row().number());
                }
            }
        }

        private void count(SheetCell sheetCell) {
            var value = shorten(sheetCell.displayText());
            if (counts.containsKey(value)) {
                counts.merge(value, 1, Integer::sum);
            } else if (counts.size() < MAX_VALUES) {
                counts.put(value, 1);
                if (column.values().contains(sheetCell)) {
                    mappedValues.add(value);
                }
            }
        }

        private static String shorten(String text) {
            if (text.length() <= LONGEST_VALUE) {
                return text;
            }
            boolean isPair = Character.isHighSurrogate(text.charAt(LONGEST_VALUE - 1));
            return text.substring(0, isPair ? LONGEST_VALUE - 1 : LONGEST_VALUE) + "…";
        }

        private Stream<Map.Entry<String, Integer>> mostFrequentFirst() {
            return counts.entrySet().stream()
                    .sorted(Comparator.comparing(Map.Entry<String, Integer>::getValue)
                            .reversed());
        }

        ColumnContents contents() {
            return new ColumnContents(
                    column.displayName(),
                    memberColumn.member(),
                    mostFrequentFirst()
                            .limit(VALUES_SHOWN)
                            .map(it -> new ContentCount(
                                    it.getKey(),
                                    it.getValue(),
                                    hasValues(memberColumn)
                                            ? Optional.of(mappedValues.contains(it.getKey()))
                                            : Optional.empty()))
                            .toList(),
                    Math.max(0, counts.size() - VALUES_SHOWN));
        }

        Optional<UnlistedTexts> unlistedTexts() {
            return unlistedCount == 0
                    ? Optional.empty()
                    : Optional.of(new UnlistedTexts(
                            column.displayName(),
                            unlistedCount,
                            unlistedRows,
                            mostFrequentFirst()
                                    .map(Map.Entry::getKey)
                                    .filter(it -> !mappedValues.contains(it))
                                    .limit(VALUES_SHOWN)
                                    .toList()));
        }
    }
}
