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
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/**
 * Reads JSON text strictly. What is not JSON at all ends the reading; what is JSON but would be lost or be read in two
 * ways (a repeated key, U+0000, a lone surrogate, a number beyond a double) is noted as a fault with its place, and the
 * reading goes on: so one bad item does not hide its neighbours.
 */
public final class JsonReader {

    private static final int DEEPEST = 64;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(400)
                    .build())
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .build();

    private final byte[] text;
    private final JsonParser parser;
    private final String sliced;
    private boolean isArray;
    private List<Violation> faults = new ArrayList<>();
    private Optional<String> slice = Optional.empty();

    private JsonReader(byte[] text, String sliced) throws IOException {
        this.text = text;
        this.sliced = sliced;
        this.parser = FACTORY.createParser(text);
    }

    /** What came of reading a text. */
    public sealed interface Reading {}

    /** The values that were read: one, or the items of the array. */
    public record Values(List<Item> items) implements Reading {
        public Values {
            items = List.copyOf(items);
        }
    }

    /** It is not JSON. */
    public record NotJson(String detail) implements Reading {}

    /**
     * A value.
     *
     * @param value what it is
     * @param slice the text of the member that was asked for, as it was written
     * @param faults what is wrong within it, with places relative to it
     */
    public record Item(Json value, Optional<String> slice, List<Violation> faults) {}

    /** Reads one value; keeps the text of the named member of it. */
    public static Reading one(byte[] text, String sliced) {
        return reading(text, sliced, JsonReader::single);
    }

    /** Reads the items of an array one by one; keeps the text of the named member of each. */
    public static Reading each(byte[] text, String sliced) {
        return reading(text, sliced, JsonReader::array);
    }

    /** A text that was checked when it was stored. */
    public static Json stored(String text) {
        return switch (parsed(text.getBytes(StandardCharsets.UTF_8), "", JsonReader::single)) {
            case Values(var items) -> items.getFirst().value();
            case NotJson(var detail) -> throw new IllegalStateException("The log holds what is not JSON: " + detail);
        };
    }

    private interface Way {
        List<Item> read(JsonReader reader) throws IOException;
    }

    private static Reading reading(byte[] text, String sliced, Way way) {
        if (!Utf8.isWellFormed(text)) {
            return new NotJson("Not JSON in UTF-8.");
        }
        return parsed(text, sliced, way);
    }

    private static Reading parsed(byte[] text, String sliced, Way way) {
        try {
            var reader = new JsonReader(Utf8.withoutMark(text), sliced);
            var items = way.read(reader);
            if (reader.parser.nextToken() != null) {
                return new NotJson("There is something after the end of the JSON.");
            }
            return new Values(items);
        } catch (IOException e) {
            return new NotJson(sentence(e));
        }
    }

    private static String sentence(IOException e) {
        if (e instanceof com.fasterxml.jackson.core.JsonProcessingException it && it.getLocation() != null) {
            return "Not JSON at line " + it.getLocation().getLineNr() + ", column "
                    + it.getLocation().getColumnNr() + ", or nested deeper than " + DEEPEST + ".";
        }
        return "Not JSON in UTF-8.";
    }

    private List<Item> single() throws IOException {
        parser.nextToken();
        return List.of(item());
    }

    private List<Item> array() throws IOException {
        isArray = true;
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw new IOException("Not an array");
        }
        var items = new ArrayList<Item>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(item());
        }
        return items;
    }

    private Item item() throws IOException {
        faults = new ArrayList<>();
        slice = Optional.empty();
        var value = value();
        return new Item(value, slice, List.copyOf(faults));
    }

    /** Where the parser is, within the item that is read. */
    private Pointer here() {
        var path = parser.getParsingContext().pathAsPointer().toString();
        int ofItem = isArray ? path.indexOf('/', 1) : 0;
        return new Pointer(ofItem < 0 ? "" : path.substring(ofItem));
    }

    private void fault(String message) {
        faults.add(new Violation(here(), message));
    }

    private Json value() throws IOException {
        var token = parser.currentToken();
        if (token == null) {
            throw new IOException("Nothing to read");
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> new Json.Str(checked(parser.getText()));
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
            checked(name);
            parser.nextToken();
            int start = (int) parser.currentTokenLocation().getByteOffset();
            var value = value();
            if (name.equals(sliced) && isMemberOfItem()) {
                slice = Optional.of(
                        between(start, (int) parser.currentLocation().getByteOffset()));
            }
            if (members.put(name, value) != null) {
                fault("The key is repeated.");
            }
        }
        return new Json.Obj(members);
    }

    private boolean isMemberOfItem() {
        return parser.getParsingContext().getNestingDepth() == (isArray ? 2 : 1);
    }

    private String between(int start, int end) {
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
            fault("The number is too large.");
        } catch (NumberFormatException e) {
            fault("The exponent is too large.");
        }
        return new Json.Num(BigDecimal.ZERO);
    }

    private String checked(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                fault("U+0000 cannot be stored.");
                return text;
            }
            if (Character.isSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    fault("A lone surrogate is no character.");
                    return text;
                }
                i++;
            }
        }
        return text;
    }
}
