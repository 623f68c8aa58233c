package org.bitacora.benchmarks.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.bitacora.benchmarks.progress.Unmeasurable;

/** What answers say. */
public final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    /** The body of an answer of that status. */
    public static JsonNode of(Answer answer, int status) {
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
