package org.bitacora.server.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A documented answer: a {@code json} or {@code text} block of a page. {@code …} stands for omitted content: a value,
 * the rest of an object or of a list, or any text. White space is not significant.
 */
record DocumentedAnswer(String language, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REST = "…";

    /**
     * Fails if the answer differs from the documented one, or contains more where the documented one has no {@code …}.
     */
    void assertMatches(String answer) {
        switch (language) {
            case "json" -> compare("", read(whole(text)), read(answer));
            case "text" -> assertThat(spaced(answer)).matches(pattern());
            default -> throw new AssertionError("Neither json nor text: " + language);
        }
    }

    private static String whole(String json) {
        return json.replaceAll("…(?=\\s*})", "\"…\": 0").replaceAll("…(?=\\s*])", "\"…\"");
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("This is no JSON: " + json, e);
        }
    }

    private static void compare(String pointer, JsonNode documented, JsonNode real) {
        if (documented.isObject()) {
            compareMembers(pointer, documented, real);
        } else if (documented.isArray()) {
            compareItems(pointer, documented, real);
        } else if (!documented.asText().equals(REST)) {
            assertThat(real.toString()).as(pointer).isEqualTo(documented.toString());
        }
    }

    private static void compareMembers(String pointer, JsonNode documented, JsonNode real) {
        var names = names(documented);
        if (names.remove(REST)) {
            assertThat(names(real)).as(pointer).containsAll(names);
        } else {
            assertThat(names(real)).as(pointer).containsExactlyInAnyOrderElementsOf(names);
        }
        names.forEach(it -> compare(pointer + "/" + it, documented.get(it), real.get(it)));
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void compareItems(String pointer, JsonNode documented, JsonNode real) {
        int size = documented.size();
        if (size > 0 && documented.get(size - 1).asText().equals(REST)) {
            size--;
            assertThat(real.size()).as(pointer).isGreaterThanOrEqualTo(size);
        } else {
            assertThat(real.size()).as(pointer).isEqualTo(size);
        }
        IntStream.range(0, size).forEach(it -> compare(pointer + "/" + it, documented.get(it), real.get(it)));
    }

    private Pattern pattern() {
        return Pattern.compile(
                Stream.of(spaced(text).split(REST, -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    /** Returns the text without the byte order mark that CSV files for spreadsheet programs start with. */
    private static String spaced(String text) {
        return text.replaceAll("[\\s\\uFEFF]+", " ").strip();
    }
}
