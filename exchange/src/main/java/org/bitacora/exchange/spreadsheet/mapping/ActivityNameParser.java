package org.bitacora.exchange.spreadsheet.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitacora.domain.json.Json;
import org.bitacora.exchange.spreadsheet.mapping.RowParser.RowActivityName;
import org.jspecify.annotations.Nullable;

/** Derives the activity names of rows, in row order: from the columns of an id, from a hash, or from the row above. */
final class ActivityNameParser {

    private static final int HASH_BYTES = 8;
    private static final int LONGEST = 128;
    private static final String BETWEEN = "\u001f";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~]([A-Za-z0-9._~-]*[A-Za-z0-9._~])?");
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9._~]+");

    private final Mapping.ActivityNameRule activityNameRule;
    private final SheetFormats sheetFormats;
    private final Map<String, CellType> plainTypes = new HashMap<>();
    private final Map<String, CellType> types = new HashMap<>();
    private Optional<RowActivityName> previous = Optional.empty();

    ActivityNameParser(Mapping mapping) {
        this.activityNameRule = mapping.nameRule();
        this.sheetFormats = mapping.forms();
        mapping.columnNodes().filter(it -> !it.type().isText()).forEach(it -> {
            it.column().names().forEach(name -> types.putIfAbsent(name, it.type()));
            if (it.column().isPlain()) {
                plainTypes.putIfAbsent(it.column().names().getFirst(), it.type());
            }
        });
    }

    /** Converts a cell of a column to the text that becomes part of a name. */
    private interface CellText {
        String of(String column, SheetCell sheetCell);
    }

    List<String> columns() {
        return activityNameRule.columns().isEmpty() ? activityNameRule.hash() : activityNameRule.columns();
    }

    Optional<RowActivityName> parse(RowContext rowContext) {
        var name = fromColumns(rowContext)
                .or(() -> fromHash(rowContext))
                .or(() -> activityNameRule.continuesPrevious() ? previous : Optional.empty());
        previous = name.or(() -> previous);
        return name;
    }

    private Optional<RowActivityName> fromColumns(RowContext rowContext) {
        return withAlternatives(activityNameRule.columns(), rowContext, this::nameOf)
                .filter(_ -> !activityNameRule.columns().isEmpty());
    }

    private Optional<String> nameOf(List<String> texts) {
        if (texts.stream().anyMatch(String::isEmpty)) {
            return Optional.empty();
        }
        var slug = slug(String.join("-", texts));
        boolean fits = !slug.isEmpty() && activityNameRule.prefix().length() + slug.length() <= LONGEST;
        return Optional.of(activityNameRule.prefix() + (fits ? slug : hash(texts)));
    }

    private Optional<RowActivityName> fromHash(RowContext rowContext) {
        return withAlternatives(
                activityNameRule.hash(),
                rowContext,
                texts -> texts.stream().allMatch(String::isEmpty)
                        ? Optional.empty()
                        : Optional.of(activityNameRule.prefix() + hash(texts)));
    }

    /**
     * Returns the name of a row with its alternatives. The name is formed from the types of the cells, so it does not
     * depend on how the mapping reads the columns. The alternatives are the names that the row would have with the
     * types of the mapping, which earlier releases used, or with a date that was saved as a text. The log may contain
     * the activity under an alternative.
     */
    private Optional<RowActivityName> withAlternatives(
            List<String> columns, RowContext rowContext, Function<List<String>, Optional<String>> naming) {
        var texts = texts(columns, rowContext, this::ownText);
        return naming.apply(texts).map(name -> {
            var alternatives = new LinkedHashSet<String>();
            readings().forEach(reading -> {
                var other = texts(columns, rowContext, reading);
                if (!other.equals(texts)) {
                    naming.apply(other).ifPresent(alternatives::add);
                }
            });
            alternatives.remove(name);
            return new RowActivityName(name, String.join(BETWEEN, texts), List.copyOf(alternatives));
        });
    }

    private Stream<CellText> readings() {
        return Stream.concat(
                Stream.of(
                        (column, cell) -> typedText(plainTypes.get(column), cell),
                        (column, cell) -> typedText(types.get(column), cell)),
                sheetFormats.dates().stream()
                        .map(form -> (_, cell) -> cell instanceof SheetCell.DateCell(var date)
                                ? form.format(date).orElse(date.text())
                                : ownText("", cell)));
    }

    /** Returns the text without accents, and with hyphens instead of characters that are not allowed in names. */
    private static String slug(String text) {
        if (NAME.matcher(text).matches()) {
            return text;
        }
        var slug = OTHER.matcher(TextNormalizer.withoutMarks(text)).replaceAll("-");
        int from = slug.startsWith("-") ? 1 : 0;
        int to = slug.endsWith("-") && slug.length() > from ? slug.length() - 1 : slug.length();
        return slug.substring(from, to);
    }

    private static List<String> texts(List<String> columns, RowContext rowContext, CellText cellText) {
        return columns.stream()
                .map(name -> cellText.of(name, rowContext.cell(name)))
                .toList();
    }

    /** Returns the text of a cell by its own type. The format of a date or number cell does not change its text. */
    private String ownText(String column, SheetCell sheetCell) {
        return sheetFormats.isBlank(sheetCell) || sheetCell instanceof SheetCell.ErrorCell
                ? ""
                : sheetCell.displayText();
    }

    /** Returns the text of a cell if it is read as a value of a type. */
    private String typedText(@Nullable CellType cellType, SheetCell sheetCell) {
        var own = ownText("", sheetCell);
        return !own.isEmpty()
                        && cellType != null
                        && cellType.read(sheetCell, sheetFormats)
                                instanceof CellType.CellParseResult.ParsedCell(Json value)
                ? switch (value) {
                    case Json.Str(var text) -> text;
                    case Json.Num(var number) -> SheetCell.plainText(number);
                    case Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> own;
                }
                : own;
    }

    private static String hash(List<String> texts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join(BETWEEN, texts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
