package org.bitacora.http;

import java.util.List;
import org.bitacora.domain.json.Json.Obj;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemException;

/** The bodies of requests to resources. */
public final class JsonBodyParser {

    private JsonBodyParser() {}

    /** The JSON object that a body is; a problem 400 where it is none. */
    public static Obj parseObject(byte[] body) {
        return switch (JsonReader.readValue(body, "")) {
            case JsonReader.InvalidJson(var detail) ->
                throw ProblemException.of(Problem.of(400, "unreadable", detail, List.of()));
            case JsonReader.ParsedValues(var items) -> parseObject(items.getFirst());
        };
    }

    private static Obj parseObject(JsonReader.ParsedItem parsedItem) {
        if (parsedItem.faults().isEmpty() && parsedItem.value() instanceof Obj data) {
            return data;
        }
        throw ProblemException.of(Problem.of(400, "unreadable", "Expected a JSON object.", parsedItem.faults()));
    }
}
