package org.bitacora.application.intake;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.eventlog.json.JsonReader;

/** Reads CloudEvents 1.0 in JSON: in structured mode, in batches, and in binary mode with separate attributes. */
public final class CloudEventReader {

    private static final int LONGEST = 1_024;
    private static final String DATA = "data";
    private static final Set<String> ATTRIBUTES =
            Set.of("specversion", "id", "source", "type", "subject", "time", "datacontenttype", DATA, "data_base64");

    private CloudEventReader() {}

    /** Reads an event in structured mode. */
    public static ParsedEvent readStructured(byte[] body) {
        return switch (JsonReader.readValue(body, DATA)) {
            case JsonReader.ParsedValues(var items) -> readEvent(items.getFirst());
            case JsonReader.InvalidJson(var detail) -> notJson(detail);
        };
    }

    /** Reads the events of a batch; returns one invalid event if the body is not a JSON array. */
    public static List<ParsedEvent> readBatch(byte[] body) {
        return switch (JsonReader.readItems(body, DATA)) {
            case JsonReader.ParsedValues(var items) ->
                items.stream().map(CloudEventReader::readEvent).toList();
            case JsonReader.InvalidJson(var detail) -> List.of(notJson(detail));
        };
    }

    /** Reads an event in binary mode. The attribute names have no {@code ce-} prefix; the body is the data. */
    static ParsedEvent readBinary(Map<String, String> attributes, byte[] body) {
        var read = body.length == 0
                ? new JsonReader.ParsedValues(
                        List.of(new JsonReader.ParsedItem(Json.Obj.EMPTY, Optional.of("{}"), List.of())))
                : JsonReader.readValue(body, "");
        return switch (read) {
            case JsonReader.ParsedValues(var items) -> readBinary(attributes, items.getFirst(), body);
            case JsonReader.InvalidJson(var detail) -> notJson(detail);
        };
    }

    private static ParsedEvent readBinary(Map<String, String> attributes, JsonReader.ParsedItem data, byte[] body) {
        var members = new LinkedHashMap<String, Json>();
        attributes.forEach((name, value) -> members.put(name, Json.of(value)));
        members.put(DATA, data.value());
        var faults = data.faults().stream()
                .map(fault ->
                        new Violation(new Pointer("/data" + fault.pointer().value()), fault.detail()))
                .toList();
        var text = body.length == 0 ? "{}" : new String(body, StandardCharsets.UTF_8);
        return readEvent(new JsonReader.ParsedItem(new Json.Obj(members), Optional.of(text), faults));
    }

    private static ParsedEvent notJson(Detail detail) {
        return new ParsedEvent.InvalidEvent(List.of(new Violation(Pointer.ROOT, detail)));
    }

    private static ParsedEvent readEvent(JsonReader.ParsedItem parsedItem) {
        if (!(parsedItem.value() instanceof Json.Obj event)) {
            return new ParsedEvent.InvalidEvent(
                    List.of(new Violation(Pointer.ROOT, Detail.of("Expected a JSON object."))));
        }
        var found = new ArrayList<>(parsedItem.faults());
        var time = event.text("time").flatMap(CloudEventReader::parseTime);
        checkAttributes(event, time, found);
        if (!found.isEmpty()) {
            return new ParsedEvent.InvalidEvent(found);
        }
        return new ParsedEvent.ValidEvent(new CloudEvent(
                new EventKey(
                        event.text("source").orElseThrow(), event.text("id").orElseThrow()),
                event.text("type").orElseThrow(),
                event.text("subject").orElseThrow(),
                time,
                event.object(DATA),
                extensions(event),
                event.get(DATA).flatMap(_ -> parsedItem.slice())));
    }

    /** The attributes that CloudEvents does not define, and {@code dataschema}. */
    private static Json.Obj extensions(Json.Obj event) {
        var extensions = new LinkedHashMap<>(event.omitNulls().members());
        extensions.keySet().removeAll(ATTRIBUTES);
        return new Json.Obj(extensions);
    }

    private static void checkAttributes(Json.Obj event, Optional<Instant> time, List<Violation> found) {
        if (!event.text("specversion").equals(Optional.of("1.0"))) {
            found.add(new Violation(pointerTo("specversion"), Detail.of("`specversion` must be `1.0`.")));
        }
        for (var name : List.of("id", "source", "type", "subject")) {
            if (event.text(name).filter(CloudEventReader::isValidAttribute).isEmpty()) {
                found.add(new Violation(pointerTo(name), Detail.of("Expected a text of 1 to {0} bytes.", LONGEST)));
            }
        }
        if (event.get("time").isPresent() && time.isEmpty()) {
            found.add(new Violation(
                    pointerTo("time"),
                    Detail.of("Expected a time in the format of RFC 3339, for example 2014-05-12T09:30:00Z.")));
        }
        if (event.get("datacontenttype").isPresent()
                && event.text("datacontenttype")
                        .filter(CloudEventReader::isJson)
                        .isEmpty()) {
            found.add(new Violation(
                    pointerTo("datacontenttype"), Detail.of("`datacontenttype` must be `application/json`.")));
        }
        if (event.get("data_base64").isPresent()) {
            found.add(new Violation(
                    pointerTo("data_base64"), Detail.of("Send the data as JSON in `data`, not in `data_base64`.")));
        }
        if (event.get(DATA).isPresent() && !(event.members().get(DATA) instanceof Json.Obj)) {
            found.add(new Violation(pointerTo(DATA), Detail.of("Expected an object.")));
        }
    }

    private static boolean isValidAttribute(String text) {
        return !text.isBlank() && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }

    private static boolean isJson(String type) {
        var essence = type.split(";", 2)[0].strip();
        return essence.equalsIgnoreCase("application/json") || essence.endsWith("+json");
    }

    private static Optional<Instant> parseTime(String text) {
        try {
            var instant =
                    OffsetDateTime.parse(withoutLeapSecond(text)).toInstant().truncatedTo(ChronoUnit.MICROS);
            int year = instant.atOffset(ZoneOffset.UTC).getYear();
            return year > 0 && year < 10_000 ? Optional.of(instant) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** RFC 3339 allows second 60, a leap second, which the clocks of computers do not have: it counts as second 59. */
    private static String withoutLeapSecond(String text) {
        return text.replaceFirst("^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d):60", "$1:59");
    }

    private static Pointer pointerTo(String name) {
        return Pointer.ROOT.child(name);
    }
}
