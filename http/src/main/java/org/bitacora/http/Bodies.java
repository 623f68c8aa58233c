package org.bitacora.http;

import java.util.List;
import org.bitacora.application.request.Problem;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.json.Json.Obj;
import org.bitacora.eventlog.json.JsonReader;

/** The bodies of requests to resources. */
public final class Bodies {

    private Bodies() {}

    /** The JSON object that a body is; a problem 400 where it is none. */
    public static Obj object(byte[] body) {
        return switch (JsonReader.one(body, "")) {
            case JsonReader.NotJson(var detail) ->
                throw ProblemException.of(Problem.of(400, "unreadable", detail, List.of()));
            case JsonReader.Values(var items) -> object(items.getFirst());
        };
    }

    private static Obj object(JsonReader.Item item) {
        if (item.faults().isEmpty() && item.value() instanceof Obj data) {
            return data;
        }
        throw ProblemException.of(Problem.of(400, "unreadable", "A JSON object is wanted.", item.faults()));
    }
}
