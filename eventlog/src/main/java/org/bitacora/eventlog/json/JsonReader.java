package org.bitacora.eventlog.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/**
 * Reads JSON text strictly. Text that is not JSON ends the reading. Valid JSON that would be lost or could be read in
 * two ways (a repeated key, U+0000, a lone surrogate, a number beyond a double) is reported as a fault with its
 * pointer, and the reading continues, so that an invalid item does not hide its neighbours.
 */
public final class JsonReader {

    private static final int MAX_DEPTH = 64;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(400)
                    .build())
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .build();

    private final byte[] text;
    private final JsonParser parser;
    private final String sliceMember;
    private boolean isArray;
    private List<Violation> faults = new ArrayList<>();
    private Optional<String> slice = Optional.empty();

    private JsonReader(byte[] text, String sliced) throws IOException {
        this.text = text;
        this.sliceMember = sliced;
        this.parser = FACTORY.createParser(text);
    }

    /** The result of reading a text. */
    public sealed interface JsonReadResult {}

    /** The values of the text: one value, or the items of the array. */
    public record ParsedValues(List<ParsedItem> items) implements JsonReadResult {
        public ParsedValues {
            items = List.copyOf(items);
        }
    }

    /** The text is not JSON. */
    public record InvalidJson(Detail detail) implements JsonReadResult {}

    /**
     * A value of the text.
     *
     * @param value the value
     * @param slice the source text of the requested member
     * @param faults the faults within the value, with pointers relative to it
     */
    public record ParsedItem(Json value, Optional<String> slice, List<Violation> faults) {}

    /** Reads one value and keeps the source text of its member {@code sliced}. */
    public static JsonReadResult readValue(byte[] text, String sliced) {
        return checkAndParse(text, sliced, JsonReader::parseSingle);
    }

    /** Reads the items of an array one by one and keeps the source text of the member {@code sliced} of each. */
    public static JsonReadResult readItems(byte[] text, String sliced) {
        return checkAndParse(text, sliced, JsonReader::parseItems);
    }

    /**
     * Parses a text that was checked when it was stored. Throws {@link IllegalStateException} if the text is not JSON.
     */
    public static Json parseStored(String text) {
        return switch (parse(text.getBytes(StandardCharsets.UTF_8), "", JsonReader::parseSingle)) {
            case ParsedValues(var items) -> items.getFirst().value();
            case InvalidJson(var detail) ->
                throw new IllegalStateException("The log holds text that is not JSON: " + detail);
        };
    }

    private interface ItemParser {
        List<ParsedItem> read(JsonReader reader) throws IOException;
    }

    private static JsonReadResult checkAndParse(byte[] text, String sliced, ItemParser itemParser) {
        if (!Utf8.isWellFormed(text)) {
            return new InvalidJson(Detail.of("Not JSON in UTF-8."));
        }
        return parse(text, sliced, itemParser);
    }

    private static JsonReadResult parse(byte[] text, String sliced, ItemParser itemParser) {
        try {
            var reader = new JsonReader(Utf8.withoutByteOrderMark(text), sliced);
            var items = itemParser.read(reader);
            if (reader.parser.nextToken() != null) {
                return new InvalidJson(Detail.of("The JSON value is followed by more text."));
            }
            return new ParsedValues(items);
        } catch (IOException e) {
            return new InvalidJson(errorMessage(e));
        }
    }

    private static Detail errorMessage(IOException e) {
        if (e instanceof com.fasterxml.jackson.core.JsonProcessingException it && it.getLocation() != null) {
            return Detail.of(
                    "Not JSON at line {0}, column {1}, or nested deeper than {2} levels.",
                    it.getLocation().getLineNr(), it.getLocation().getColumnNr(), MAX_DEPTH);
        }
        return Detail.of("Not JSON in UTF-8.");
    }

    private List<ParsedItem> parseSingle() throws IOException {
        parser.nextToken();
        return List.of(item());
    }

    private List<ParsedItem> parseItems() throws IOException {
        isArray = true;
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw new IOException("Not an array");
        }
        var items = new ArrayList<ParsedItem>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(item());
        }
        return items;
    }

    private ParsedItem item() throws IOException {
        faults = new ArrayList<>();
        slice = Optional.empty();
        var value = value();
        return new ParsedItem(value, slice, List.copyOf(faults));
    }

    /** Returns the position of the parser relative to the current item. */
    private Pointer currentPointer() {
        var path = parser.getParsingContext().pathAsPointer().toString();
        int ofItem = isArray ? path.indexOf('/', 1) : 0;
        return new Pointer(ofItem < 0 ? "" : path.substring(ofItem));
    }

    private void addFault(Detail message) {
        faults.add(new Violation(currentPointer(), message));
    }

    private Json value() throws IOException {
        var token = parser.currentToken();
        if (token == null) {
            throw new IOException("Nothing to read");
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> new Json.Str(checkText(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> new Json.Null();
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IOException("Unexpected " + token);
        };
    }

    private Json object() throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            checkText(name);
            parser.nextToken();
            int start = (int) parser.currentTokenLocation().getByteOffset();
            var value = value();
            if (name.equals(sliceMember) && isMemberOfItem()) {
                slice = Optional.of(
                        sourceText(start, (int) parser.currentLocation().getByteOffset()));
            }
            if (members.put(name, value) != null) {
                addFault(Detail.of("The key is repeated."));
            }
        }
        return new Json.Obj(members);
    }

    private boolean isMemberOfItem() {
        return parser.getParsingContext().getNestingDepth() == (isArray ? 2 : 1);
    }

    private String sourceText(int start, int end) {
        return new String(text, start, end - start, StandardCharsets.UTF_8);
    }

    private Json list() throws IOException {
        var items = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new Json.Arr(items);
    }

    private Json number() throws IOException {
        try {
            var number = parser.getDecimalValue();
            if (!Double.isInfinite(number.doubleValue())) {
                return new Json.Num(number);
            }
            addFault(Detail.of("The number is too large."));
        } catch (NumberFormatException e) {
            addFault(Detail.of("The exponent is too large."));
        }
        return new Json.Num(BigDecimal.ZERO);
    }

    private String checkText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                addFault(Detail.of("U+0000 cannot be stored."));
                return text;
            }
            if (Character.isSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    addFault(Detail.of("A lone surrogate is not a character."));
                    return text;
                }
                i++;
            }
        }
        return text;
    }
}
