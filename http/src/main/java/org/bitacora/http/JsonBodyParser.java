package org.bitacora.http;

import java.util.List;
import org.bitacora.domain.json.Json.Obj;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemException;

/** Parses the JSON bodies of requests to resources. */
public final class JsonBodyParser {

    private JsonBodyParser() {}

    /** Returns the JSON object of a body; throws a problem 400 if the body is not a JSON object. */
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
        throw ProblemException.of(
                Problem.of(400, "unreadable", Detail.of("Expected a JSON object."), parsedItem.faults()));
    }
}
