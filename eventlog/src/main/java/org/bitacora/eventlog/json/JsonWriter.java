package org.bitacora.eventlog.json;

import java.util.List;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonEscaper;

/** Writes a value as JSON text. Members keep their order and numbers keep all their digits. */
public final class JsonWriter {

    private JsonWriter() {}

    /** Returns the JSON text of a value. */
    public static String toText(Json value) {
        var out = new StringBuilder(512);
        write(out, value);
        return out.toString();
    }

    private static void write(StringBuilder out, Json value) {
        switch (value) {
            case Json.Obj object -> object(out, object);
            case Json.Arr(var items) -> array(out, items);
            case Json.Str(var text) -> JsonEscaper.write(out, text);
            case Json.Num(var number) -> out.append(number);
            case Json.Bool(var truth) -> out.append(truth);
            case Json.Null() -> out.append("null");
        }
    }

    private static void object(StringBuilder out, Json.Obj object) {
        char separator = '{';
        for (var member : object.members().entrySet()) {
            out.append(separator);
            JsonEscaper.write(out, member.getKey());
            out.append(':');
            write(out, member.getValue());
            separator = ',';
        }
        out.append(object.members().isEmpty() ? "{}" : "}");
    }

    private static void array(StringBuilder out, List<Json> items) {
        char separator = '[';
        for (var item : items) {
            out.append(separator);
            write(out, item);
            separator = ',';
        }
        out.append(items.isEmpty() ? "[]" : "]");
    }
}
