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
import org.bitacora.domain.activity.EventType;
import org.bitacora.domain.activity.Fold;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.actor.ActorEvent;
import org.bitacora.domain.json.Canonical;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.series.Report;
import org.bitacora.domain.strategy.StrategyDocument;
import org.bitacora.domain.strategy.StrategyEvent;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.eventlog.upcast.Upcasters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every type of event, as senders may have been sending it for years: a sample is read today as it was read when it was
 * approved. One that reads otherwise needs an upcaster, not a new approval.
 */
class SamplesTest {

    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final Instant RECORDED = Instant.parse("2014-06-01T00:00:00Z");

    static Stream<String> types() {
        return EventType.names().stream().map(name -> name.substring(EventType.PREFIX.length()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void aSampleOfEveryTypeIsReadAsItWasApproved(String type) {
        var draft = draft(read(type + ".json"));
        var said = state(draft);
        write(type, said);
        assertThat(said).isEqualTo(read(type + ".approved"));
    }

    @Test
    void aSampleReportIsReadAsItWasApproved() {
        var draft = draft(read("measure.reported.json"));
        var data = (Json.Obj) JsonReader.stored(draft.data());
        var said = "content " + draft.content() + "\n" + Report.of(data) + "\n";
        write("measure.reported", said);
        assertThat(said).isEqualTo(read("measure.reported.approved"));
    }

    static Stream<String> strategyTypes() {
        return StrategyEvent.types().stream().map(name -> name.substring(EventType.PREFIX.length()));
    }

    @ParameterizedTest
    @MethodSource("strategyTypes")
    void aSampleOfEveryTypeOfStrategiesIsReadAsItWasApproved(String type) {
        var draft = draft(read(type + ".json"));
        var event = StrategyEvent.of(draft.type()).orElseThrow();
        var data = (Json.Obj) JsonReader.stored(draft.data());
        var said = "content " + draft.content() + "\n"
                + Canonical.text(StrategyDocument.NOTHING.after(event, data).toJson()) + "\n";
        write(type, said);
        assertThat(said).isEqualTo(read(type + ".approved"));
    }

    @ParameterizedTest
    @EnumSource
    void aSampleOfEveryTypeOfActorsIsReadAsItWasApproved(ActorEvent event) {
        var type = event.type().substring(EventType.PREFIX.length());
        var draft = draft(read(type + ".json"));
        var data = (Json.Obj) JsonReader.stored(draft.data());
        var said = "content " + draft.content() + "\n" + Canonical.text(event.after(Json.Obj.EMPTY, data)) + "\n";
        write(type, said);
        assertThat(said).isEqualTo(read(type + ".approved"));
    }

    private static Draft draft(String json) {
        var sent = CloudEventReader.structured(json.getBytes(StandardCharsets.UTF_8));
        assertThat(sent).isInstanceOf(Sent.Read.class);
        var event = ((Sent.Read) sent).event();
        assertThat(new Checks(Caller.ADMIN, RECORDED).refuse(event)).isEmpty();
        return new Drafting(Caller.ADMIN).draft(event);
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
                "admin",
                draft.content(),
                Optional.empty());
        var event = new Upcasters(List.of()).activityEvent(entry).orElseThrow();
        var activity = Fold.of(List.of(event));
        var dates = Stream.of(Transition.values())
                .flatMap(it -> activity.occasion(it).stream()
                        .map(occasion -> it.word() + " " + occasion.earliest() + " " + occasion.latest() + "\n"))
                .reduce("", String::concat);
        return "content " + draft.content() + "\n" + "said " + event.getClass().getSimpleName() + " at " + event.at()
                + "\n"
                + "kind " + activity.kind() + " status " + activity.status() + " categories " + activity.categories()
                + "\n"
                + dates
                + "inconsistencies "
                + activity.inconsistencies().stream().sorted().toList() + "\n"
                + Canonical.text(activity.data()) + "\n";
    }

    private static String read(String file) {
        try {
            return Files.readString(SAMPLES.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no " + file + ": look at target/samples, and approve it", e);
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
