package org.bitacora.application.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitacora.application.access.Caller;
import org.bitacora.domain.activity.ActivityEvent;
import org.bitacora.domain.activity.ActivityFold;
import org.bitacora.domain.activity.ActivityStatement;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.actor.ActorEvent;
import org.bitacora.domain.event.DomainEvent;
import org.bitacora.domain.event.EventType;
import org.bitacora.domain.identifier.TerritoryCode;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.DefinitionReader;
import org.bitacora.domain.indicator.DefinitionReader.DefinitionResult;
import org.bitacora.domain.indicator.DefinitionWriter;
import org.bitacora.domain.indicator.IndicatorEvent;
import org.bitacora.domain.json.CanonicalJson;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.publication.PublicationEvent;
import org.bitacora.domain.publication.ReportDefinition;
import org.bitacora.domain.series.ReportedValue;
import org.bitacora.domain.strategy.StrategyDocument;
import org.bitacora.domain.strategy.StrategyEvent;
import org.bitacora.domain.territory.TerritoryEvent;
import org.bitacora.domain.vocabulary.EventRegistry;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.eventlog.upcast.Upcasters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks that events of every type are still parsed in the same way, because senders may have been sending them for
 * years. The parsed sample must equal the approved one. A difference requires an upcaster, not a new approval.
 */
class EventSamplesTest {

    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final Instant RECORDED = Instant.parse("2014-06-01T00:00:00Z");

    static Stream<String> types() {
        return words(ActivityStatement.types());
    }

    private static Stream<String> words(List<EventType> types) {
        return types.stream().map(type -> type.name().substring(EventType.PREFIX.length()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyActivityEventSampleIsReadAsApproved(String type) {
        var draft = draft(read(type + ".json"));
        var said = state(draft);
        write(type, said);
        assertThat(said).isEqualTo(read(type + ".approved"));
    }

    @Test
    void reportSampleIsReadAsApproved() {
        var draft = draft(read("measure.reported.json"));
        var data = (Json.Obj) JsonReader.parseStored(draft.data());
        var said = "content " + draft.content() + "\n" + text(ReportedValue.of(data)) + "\n";
        write("measure.reported", said);
        assertThat(said).isEqualTo(read("measure.reported.approved"));
    }

    static Stream<String> strategyTypes() {
        return words(StrategyEvent.types());
    }

    @ParameterizedTest
    @MethodSource("strategyTypes")
    void everyStrategyEventSampleIsReadAsApproved(String type) {
        var draft = draft(read(type + ".json"));
        var event = (StrategyEvent) event(draft);
        var said = "content " + draft.content() + "\n"
                + CanonicalJson.text(StrategyDocument.EMPTY.apply(event).toJson()) + "\n";
        write(type, said);
        assertThat(said).isEqualTo(read(type + ".approved"));
    }

    static Stream<String> actorTypes() {
        return words(ActorEvent.types());
    }

    @ParameterizedTest
    @MethodSource("actorTypes")
    void everyActorEventSampleIsReadAsApproved(String type) {
        var draft = draft(read(type + ".json"));
        var event = (ActorEvent) event(draft);
        var said = "content " + draft.content() + "\n" + CanonicalJson.text(event.apply(Json.Obj.EMPTY)) + "\n";
        write(type, said);
        assertThat(said).isEqualTo(read(type + ".approved"));
    }

    static Stream<String> typesOfCommands() {
        return words(EventRegistry.all().stream()
                .filter(type -> !type.admission().isOpenToSenders())
                .toList());
    }

    @ParameterizedTest
    @MethodSource("typesOfCommands")
    void everyCommandOnlyEventSampleIsReadAsApproved(String type) {
        var draft = draft(read(type + ".json"));
        var event = event(draft);
        var read =
                switch (event) {
                    case TerritoryEvent.TerritoryRegistered it ->
                        it.territory(new TerritoryCode(draft.territory())).toJson();
                    case TerritoryEvent.MemberNamed it -> it.membership().toJson();
                    case IndicatorEvent.IndicatorDefined it -> DefinitionWriter.write(definition(it));
                    case PublicationEvent.ReportPublished it ->
                        ReportDefinition.ofPublication(it.data()).toJson();
                    default -> throw new IllegalStateException("No approved form for " + event);
                };
        var said = "content " + draft.content() + "\n" + CanonicalJson.text(read) + "\n";
        write(type, said);
        assertThat(said).isEqualTo(read(type + ".approved"));
    }

    private static Definition definition(IndicatorEvent.IndicatorDefined defined) {
        var read = DefinitionReader.read("own.share", 1, defined.data(), _ -> Optional.empty());
        return ((DefinitionResult.ValidDefinition) read).definition();
    }

    private static Draft draft(String json) {
        var parsedEvent = CloudEventReader.readStructured(json.getBytes(StandardCharsets.UTF_8));
        assertThat(parsedEvent).isInstanceOf(ParsedEvent.ValidEvent.class);
        var event = ((ParsedEvent.ValidEvent) parsedEvent).event();
        var origin =
                EventRegistry.namesOpenToSenders().contains(event.type()) ? EventOrigin.SENDER : EventOrigin.COMMAND;
        assertThat(new EventValidator(Caller.ADMIN, origin, RECORDED).findRefusal(event))
                .isEmpty();
        return new DraftFactory(Caller.ADMIN, origin).draft(event);
    }

    private static DomainEvent event(Draft draft) {
        var data = (Json.Obj) JsonReader.parseStored(draft.data());
        return EventRegistry.find(draft.type()).orElseThrow().read(data);
    }

    private static String state(Draft draft) {
        var entry = new Entry(
                draft.territory(),
                2,
                RECORDED,
                draft.key(),
                draft.type(),
                draft.schemaVersion(),
                draft.subject(),
                draft.time(),
                draft.data(),
                draft.extensions(),
                "admin",
                draft.content(),
                Optional.empty());
        var event = new Upcasters(List.of()).activityEvent(entry).orElseThrow();
        var activity = ActivityFold.of(List.of(event));
        var dates = Stream.of(Transition.values())
                .flatMap(it -> activity.effectiveDate(it).stream()
                        .map(effectiveDate ->
                                it.word() + " " + effectiveDate.earliest() + " " + effectiveDate.latest() + "\n"))
                .reduce("", String::concat);
        return "content " + draft.content() + "\n" + "said " + word(event) + " at " + event.statedAt()
                + "\n"
                + "kind " + activity.kind() + " status " + activity.status() + " categories " + activity.categories()
                + "\n"
                + dates
                + "inconsistencies "
                + activity.inconsistencies().stream().sorted().toList() + "\n"
                + CanonicalJson.text(activity.data()) + "\n";
    }

    /** Returns the name of an event in the approved samples. It does not change when classes are renamed. */
    private static String word(ActivityEvent event) {
        return switch (event) {
            case ActivityEvent.TransitionStated _ -> "Stated";
            case ActivityEvent.ActivityCorrected _ -> "Corrected";
            case ActivityEvent.ActivityWithdrawn _ -> "Withdrawn";
            case ActivityEvent.ActivityReinstated _ -> "Reinstated";
            case ActivityEvent.ActivityAssessed _ -> "Assessed";
        };
    }

    private static String text(ReportedValue reportedValue) {
        return "Report[period=%s, value=%s, unit=%s, isProvisional=%s, revision=%d]"
                .formatted(
                        reportedValue.period(),
                        reportedValue.value(),
                        reportedValue.unit(),
                        reportedValue.isProvisional(),
                        reportedValue.revision());
    }

    private static String read(String file) {
        try {
            return Files.readString(SAMPLES.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Missing " + file + ". Review the output in target/samples and approve it.", e);
        }
    }

    private static void write(String type, String said) {
        try {
            Files.createDirectories(Path.of("target/samples"));
            Files.writeString(Path.of("target/samples", type + ".approved"), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
