package org.bitacora.eventlog.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.bitacora.domain.json.Json;

/** Writes a value as JSON text: members in their order, numbers with all their digits. */
public final class JsonWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonWriter() {}

    /** The text of a value. */
    public static String text(Json value) {
        var out = new StringWriter();
        try (var generator = FACTORY.createGenerator(out)) {
            write(generator, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void write(JsonGenerator out, Json value) throws IOException {
        switch (value) {
            case Json.Obj object -> {
                out.writeStartObject();
                for (var member : object.members().entrySet()) {
                    out.writeFieldName(member.getKey());
                    write(out, member.getValue());
                }
                out.writeEndObject();
            }
            case Json.Arr(var items) -> {
                out.writeStartArray();
                for (var item : items) {
                    write(out, item);
                }
                out.writeEndArray();
            }
            case Json.Str(var text) -> out.writeString(text);
            case Json.Num(var number) -> out.writeNumber(number);
            case Json.Bool(var truth) -> out.writeBoolean(truth);
            case Json.Null() -> out.writeNull();
        }
    }
}
