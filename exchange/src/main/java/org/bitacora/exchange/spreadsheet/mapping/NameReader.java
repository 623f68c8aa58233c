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
import org.bitacora.exchange.spreadsheet.mapping.RowReader.Name;

/** Names the activities of rows, in their order: by the columns of an id, by a hash, or as the row above. */
final class NameReader {

    private static final int HASH_BYTES = 8;
    private static final int LONGEST = 128;
    private static final String BETWEEN = "\u001f";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~]([A-Za-z0-9._~-]*[A-Za-z0-9._~])?");
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9._~]+");

    private final Mapping.Naming naming;
    private final Forms forms;
    private final Map<String, As> plain = new HashMap<>();
    private Optional<Name> above = Optional.empty();

    NameReader(Mapping mapping) {
        this.naming = mapping.naming();
        this.forms = mapping.forms();
        mapping.taken()
                .filter(it -> it.column().isPlain() && it.as() != As.TEXT)
                .forEach(it -> plain.putIfAbsent(it.column().names().getFirst(), it.as()));
    }

    List<String> columns() {
        return naming.columns().isEmpty() ? naming.hash() : naming.columns();
    }

    Optional<Name> read(Place place) {
        var name = named(place).or(() -> hashed(place)).or(() -> naming.carried() ? above : Optional.empty());
        above = name.or(() -> above);
        return name;
    }

    private Optional<Name> named(Place place) {
        var texts = texts(naming.columns(), place);
        if (texts.isEmpty() || texts.stream().anyMatch(String::isEmpty)) {
            return Optional.empty();
        }
        var slug = slug(String.join("-", texts));
        boolean fits = !slug.isEmpty() && naming.prefix().length() + slug.length() <= LONGEST;
        return Optional.of(new Name(naming.prefix() + (fits ? slug : hash(texts)), String.join(BETWEEN, texts)));
    }

    /** Letters without their accents, and a hyphen for whatever no name can have. */
    private static String slug(String text) {
        if (NAME.matcher(text).matches()) {
            return text;
        }
        var slug = OTHER.matcher(Folded.withoutMarks(text)).replaceAll("-");
        int from = slug.startsWith("-") ? 1 : 0;
        int to = slug.endsWith("-") && slug.length() > from ? slug.length() - 1 : slug.length();
        return slug.substring(from, to);
    }

    private Optional<Name> hashed(Place place) {
        var texts = texts(naming.hash(), place);
        return texts.stream().allMatch(String::isEmpty)
                ? Optional.empty()
                : Optional.of(new Name(naming.prefix() + hash(texts), String.join(BETWEEN, texts)));
    }

    private List<String> texts(List<String> columns, Place place) {
        return columns.stream().map(name -> text(name, place.cell(name))).toList();
    }

    /** A date or a number in its one form: a sheet saved in another format keeps the names of its activities. */
    private String text(String column, Cell cell) {
        if (forms.isBlank(cell) || cell instanceof Cell.Broken) {
            return "";
        }
        var as = plain.get(column);
        return as != null && as.read(cell, forms) instanceof As.Reading.Of(Json value)
                ? switch (value) {
                    case Json.Str(var text) -> text;
                    case Json.Num(var number) -> Cell.plain(number);
                    case Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> cell.shown();
                }
                : cell.shown();
    }

    private static String hash(List<String> texts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join(BETWEEN, texts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
