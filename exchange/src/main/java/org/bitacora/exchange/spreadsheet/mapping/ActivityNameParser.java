package org.bitacora.exchange.spreadsheet.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bitacora.domain.json.Json;
import org.bitacora.exchange.spreadsheet.mapping.RowParser.RowActivityName;

/** Derives the activity names of rows, in row order: from the columns of an id, from a hash, or from the row above. */
final class ActivityNameParser {

    private static final int HASH_BYTES = 8;
    private static final int LONGEST = 128;
    private static final String BETWEEN = "\u001f";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~]([A-Za-z0-9._~-]*[A-Za-z0-9._~])?");
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9._~]+");

    private final Mapping.ActivityNameRule activityNameRule;
    private final SheetFormats sheetFormats;
    private final Map<String, CellType> plain = new HashMap<>();
    private Optional<RowActivityName> previous = Optional.empty();

    ActivityNameParser(Mapping mapping) {
        this.activityNameRule = mapping.nameRule();
        this.sheetFormats = mapping.forms();
        mapping.columnNodes()
                .filter(it -> it.column().isPlain() && it.type() != CellType.TEXT)
                .forEach(it -> plain.putIfAbsent(it.column().names().getFirst(), it.type()));
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
        var texts = texts(activityNameRule.columns(), rowContext);
        if (texts.isEmpty() || texts.stream().anyMatch(String::isEmpty)) {
            return Optional.empty();
        }
        var slug = slug(String.join("-", texts));
        boolean fits = !slug.isEmpty() && activityNameRule.prefix().length() + slug.length() <= LONGEST;
        return Optional.of(new RowActivityName(
                activityNameRule.prefix() + (fits ? slug : hash(texts)), String.join(BETWEEN, texts)));
    }

    /** The text without accents, and with hyphens for characters that are not allowed in names. */
    private static String slug(String text) {
        if (NAME.matcher(text).matches()) {
            return text;
        }
        var slug = OTHER.matcher(TextNormalizer.withoutMarks(text)).replaceAll("-");
        int from = slug.startsWith("-") ? 1 : 0;
        int to = slug.endsWith("-") && slug.length() > from ? slug.length() - 1 : slug.length();
        return slug.substring(from, to);
    }

    private Optional<RowActivityName> fromHash(RowContext rowContext) {
        var texts = texts(activityNameRule.hash(), rowContext);
        return texts.stream().allMatch(String::isEmpty)
                ? Optional.empty()
                : Optional.of(
                        new RowActivityName(activityNameRule.prefix() + hash(texts), String.join(BETWEEN, texts)));
    }

    private List<String> texts(List<String> columns, RowContext rowContext) {
        return columns.stream().map(name -> text(name, rowContext.cell(name))).toList();
    }

    /**
     * The normalized text of a cell. Dates and numbers have one form, so saving the sheet in another format does not
     * change the names.
     */
    private String text(String column, SheetCell sheetCell) {
        if (sheetFormats.isBlank(sheetCell) || sheetCell instanceof SheetCell.ErrorCell) {
            return "";
        }
        var cellType = plain.get(column);
        return cellType != null
                        && cellType.read(sheetCell, sheetFormats)
                                instanceof CellType.CellParseResult.ParsedCell(Json value)
                ? switch (value) {
                    case Json.Str(var text) -> text;
                    case Json.Num(var number) -> SheetCell.plainText(number);
                    case Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> sheetCell.displayText();
                }
                : sheetCell.displayText();
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
