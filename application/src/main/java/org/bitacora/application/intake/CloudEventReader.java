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
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.eventlog.json.JsonReader;

/** Reads CloudEvents 1.0 in JSON: structured, in a batch, and binary with the attributes apart. */
public final class CloudEventReader {

    private static final int LONGEST = 1_024;
    private static final String DATA = "data";

    private CloudEventReader() {}

    /** An event in structured mode. */
    public static Sent structured(byte[] body) {
        return switch (JsonReader.one(body, DATA)) {
            case JsonReader.Values(var items) -> event(items.getFirst());
            case JsonReader.NotJson(var detail) -> notJson(detail);
        };
    }

    /** The events of a batch; one that is garbled where the body is no JSON array. */
    public static List<Sent> batch(byte[] body) {
        return switch (JsonReader.each(body, DATA)) {
            case JsonReader.Values(var items) ->
                items.stream().map(CloudEventReader::event).toList();
            case JsonReader.NotJson(var detail) -> List.of(notJson(detail));
        };
    }

    /** An event in binary mode: the attributes without {@code ce-}, the body its data. */
    static Sent binary(Map<String, String> attributes, byte[] body) {
        var read = body.length == 0
                ? new JsonReader.Values(List.of(new JsonReader.Item(Json.Obj.EMPTY, Optional.of("{}"), List.of())))
                : JsonReader.one(body, "");
        return switch (read) {
            case JsonReader.Values(var items) -> binary(attributes, items.getFirst(), body);
            case JsonReader.NotJson(var detail) -> notJson(detail);
        };
    }

    private static Sent binary(Map<String, String> attributes, JsonReader.Item data, byte[] body) {
        var members = new LinkedHashMap<String, Json>();
        attributes.forEach((name, value) -> members.put(name, Json.of(value)));
        members.put(DATA, data.value());
        var faults = data.faults().stream()
                .map(fault ->
                        new Violation(new Pointer("/data" + fault.pointer().value()), fault.detail()))
                .toList();
        var text = body.length == 0 ? "{}" : new String(body, StandardCharsets.UTF_8);
        return event(new JsonReader.Item(new Json.Obj(members), Optional.of(text), faults));
    }

    private static Sent notJson(String detail) {
        return new Sent.Garbled(List.of(new Violation(Pointer.ROOT, detail)));
    }

    private static Sent event(JsonReader.Item item) {
        if (!(item.value() instanceof Json.Obj event)) {
            return new Sent.Garbled(List.of(new Violation(Pointer.ROOT, "An event is a JSON object.")));
        }
        var found = new ArrayList<>(item.faults());
        var time = event.text("time").flatMap(CloudEventReader::instant);
        checkAttributes(event, time, found);
        if (!found.isEmpty()) {
            return new Sent.Garbled(found);
        }
        return new Sent.Read(new CloudEvent(
                new EventKey(
                        event.text("source").orElseThrow(), event.text("id").orElseThrow()),
                event.text("type").orElseThrow(),
                event.text("subject").orElseThrow(),
                time,
                event.object(DATA),
                event.get(DATA).flatMap(_ -> item.slice())));
    }

    private static void checkAttributes(Json.Obj event, Optional<Instant> time, List<Violation> found) {
        if (!event.text("specversion").equals(Optional.of("1.0"))) {
            found.add(new Violation(at("specversion"), "specversion 1.0 is wanted."));
        }
        for (var name : List.of("id", "source", "type", "subject")) {
            if (event.text(name).filter(CloudEventReader::fits).isEmpty()) {
                found.add(new Violation(at(name), "A string of 1 to " + LONGEST + " bytes is needed."));
            }
        }
        if (event.get("time").isPresent() && time.isEmpty()) {
            found.add(new Violation(at("time"), "A time of RFC 3339 is wanted, such as 2014-05-12T09:30:00Z."));
        }
        if (event.get("datacontenttype").isPresent()
                && event.text("datacontenttype")
                        .filter(CloudEventReader::isJson)
                        .isEmpty()) {
            found.add(new Violation(at("datacontenttype"), "application/json is wanted."));
        }
        if (event.get("data_base64").isPresent()) {
            found.add(new Violation(at("data_base64"), "Data are wanted as JSON, in the member data."));
        }
        if (event.get(DATA).isPresent() && !(event.members().get(DATA) instanceof Json.Obj)) {
            found.add(new Violation(at(DATA), "An object is wanted."));
        }
    }

    private static boolean fits(String text) {
        return !text.isBlank() && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }

    private static boolean isJson(String type) {
        var essence = type.split(";", 2)[0].strip();
        return essence.equalsIgnoreCase("application/json") || essence.endsWith("+json");
    }

    private static Optional<Instant> instant(String text) {
        try {
            var instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            int year = instant.atOffset(ZoneOffset.UTC).getYear();
            return year > 0 && year < 10_000 ? Optional.of(instant) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Pointer at(String name) {
        return Pointer.ROOT.child(name);
    }
}
