package org.bitacora.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What answers say. */
final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    /** The body of an answer of that status. */
    static JsonNode of(Answer answer, int status) {
        if (answer.status() != status) {
            throw new Unmeasurable("The application answered " + answer);
        }
        try {
            return MAPPER.readTree(answer.body().toString());
        } catch (JsonProcessingException e) {
            throw new Unmeasurable("The application answered " + answer, e);
        }
    }
}
