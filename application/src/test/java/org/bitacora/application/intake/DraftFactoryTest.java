package org.bitacora.application.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitacora.application.access.Caller;
import org.bitacora.application.access.Role;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.event.EventType;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.vocabulary.EventRegistry;
import org.bitacora.eventlog.Draft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DraftFactoryTest {

    private static final Caller SOURCE = new Caller("urn:one", Role.SOURCE, Set.of(), Set.of());

    private static Draft draft(Caller caller, EventOrigin origin, String type) {
        var event = new CloudEvent(
                new EventKey("urn:one", "1"),
                type,
                "br-ba",
                Optional.empty(),
                Json.Obj.EMPTY,
                Json.Obj.EMPTY,
                Optional.empty());
        return new DraftFactory(caller, origin).draft(event);
    }

    static Stream<String> types() {
        return EventRegistry.all().stream().map(EventType::name);
    }

    @ParameterizedTest
    @MethodSource("types")
    void onlyTheRegistrationCommandMayCreateALog(String type) {
        boolean registers = type.equals("org.bitacora.territory.registered");

        assertThat(draft(Caller.ADMIN, EventOrigin.COMMAND, type).author().mayCreateLog())
                .isEqualTo(registers);
        assertThat(draft(Caller.ADMIN, EventOrigin.SENDER, type).author().mayCreateLog())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("types")
    void draftHasTheSchemaVersionOfItsType(String type) {
        assertThat(draft(Caller.ADMIN, EventOrigin.SENDER, type).schemaVersion())
                .isEqualTo(EventRegistry.schemaVersion(type));
    }

    @Test
    void onlyEditorsMayChangeActivitiesOfOtherSources() {
        var type = "org.bitacora.visit.received";

        assertThat(draft(SOURCE, EventOrigin.SENDER, type).author())
                .isEqualTo(new Draft.Author("urn:one", false, false));
        assertThat(draft(Caller.ADMIN, EventOrigin.SENDER, type).author())
                .isEqualTo(new Draft.Author("admin", true, false));
    }
}
