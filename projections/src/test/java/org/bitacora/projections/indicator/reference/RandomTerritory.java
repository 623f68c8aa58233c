package org.bitacora.projections.indicator.reference;

import java.util.List;
import java.util.Optional;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.event.EventDataResult;
import org.bitacora.domain.identifier.IndicatorCode;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.identifier.TerritoryCode;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.DefinitionReader;
import org.bitacora.domain.indicator.DefinitionReader.DefinitionResult;
import org.bitacora.domain.indicator.IndicatorEvent;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.vocabulary.EventRegistry;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.eventlog.json.JsonWriter;
import org.bitacora.projections.projector.TestLog;

/** A territory with a random history in a real log. Events that are not valid are omitted. */
record RandomTerritory(TestLog testLog, String code, RandomEventHistory history) {

    static RandomTerritory register(TestLog testLog, String code, RandomEventHistory history) {
        testLog.register(code);
        return new RandomTerritory(testLog, code, history);
    }

    /** Returns the valid events of the history. */
    List<Draft> drafts() {
        return history.events(code).stream()
                .map(event -> (Json.Obj) JsonReader.parseStored(event))
                .filter(RandomTerritory::isValid)
                .map(this::draft)
                .toList();
    }

    /** Returns all entries of the territory's log. */
    List<ReferenceEntry> log() {
        return testLog.entries(code).stream().map(ReferenceEntry::of).toList();
    }

    /** Appends a version of the territory's own definition from the history, and returns it. */
    Definition define(String indicator, int version) {
        var definition = history.definition();
        testLog.append(List.of(TestLog.draft(
                code,
                new EventKey("urn:life", indicator + "-" + version),
                IndicatorEvent.DEFINED_TYPE,
                new Subject.IndicatorSubject(new TerritoryCode(code), new IndicatorCode(indicator)).text(),
                definition)));
        var parsed = DefinitionReader.read(
                indicator, version, (Json.Obj) JsonReader.parseStored(definition), _ -> Optional.empty());
        return ((DefinitionResult.ValidDefinition) parsed).definition();
    }

    private Draft draft(Json.Obj event) {
        return TestLog.draft(
                code,
                new EventKey(text(event, "source"), text(event, "id")),
                text(event, "type"),
                text(event, "subject"),
                JsonWriter.toText(event.object("data")));
    }

    private static boolean isValid(Json.Obj event) {
        return EventRegistry.parse(text(event, "type"), event.object("data")) instanceof EventDataResult.TypedEvent;
    }

    private static String text(Json.Obj event, String member) {
        return event.text(member).orElseThrow();
    }
}
