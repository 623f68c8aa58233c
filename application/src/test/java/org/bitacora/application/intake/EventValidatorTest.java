package org.bitacora.application.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitacora.application.access.Caller;
import org.bitacora.application.access.Role;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.event.EventType;
import org.bitacora.domain.event.EventType.Admission;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.vocabulary.EventRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventValidatorTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String REGISTERED = "org.bitacora.territory.registered";

    private static Optional<Refusal> refusal(
            Caller caller, EventOrigin origin, String type, String subject, Json.Obj data) {
        var event = new CloudEvent(
                new EventKey("urn:bitacora", "1"),
                type,
                subject,
                Optional.empty(),
                data,
                Json.Obj.EMPTY,
                Optional.empty());
        return new EventValidator(caller, origin, NOW).findRefusal(event);
    }

    private static Caller caller(Role role, String... territories) {
        return new Caller("urn:one", role, Set.of(territories), Set.of());
    }

    private static Json.Obj registration() {
        return Json.Obj.EMPTY.with("name", Json.of("Bahia")).with("kind", Json.of("state"));
    }

    static Stream<String> typesOfCommands() {
        return EventRegistry.all().stream()
                .filter(type -> !type.admission().isOpenToSenders())
                .map(EventType::name);
    }

    @ParameterizedTest
    @MethodSource("typesOfCommands")
    void senderCannotSubmitCommandOnlyEvents(String type) {
        assertThat(refusal(Caller.ADMIN, EventOrigin.SENDER, type, "br-ba", registration()))
                .get()
                .satisfies(it -> assertThat(it.violations()).singleElement().satisfies(violation -> assertThat(
                                violation.pointer().value())
                        .isEqualTo("/type")));
    }

    @Test
    void commandUsesThePermissionsOfItsCaller() {
        assertThat(refusal(caller(Role.EDITOR), EventOrigin.COMMAND, REGISTERED, "br-ba", registration()))
                .isEmpty();
        assertThat(refusal(caller(Role.EDITOR, "ar-ro"), EventOrigin.COMMAND, REGISTERED, "br-ba", registration()))
                .get()
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void dataAndSubjectOfACommandAreValidated() {
        assertThat(refusal(Caller.ADMIN, EventOrigin.COMMAND, REGISTERED, "br-ba", Json.Obj.EMPTY))
                .get()
                .isInstanceOf(Refusal.Invalid.class);
        assertThat(refusal(Caller.ADMIN, EventOrigin.COMMAND, REGISTERED, "br-ba/x", registration()))
                .get()
                .isInstanceOf(Refusal.Invalid.class);
    }

    static Stream<String> typesOfEditors() {
        return EventRegistry.all().stream()
                .filter(type -> type.admission() != Admission.SOURCES)
                .map(EventType::name);
    }

    @ParameterizedTest
    @MethodSource("typesOfEditors")
    void eventsOtherThanActivitiesAndSeriesNeedTheRoleEditor(String type) {
        var validator = new EventValidator(caller(Role.SOURCE), EventOrigin.COMMAND, NOW);

        assertThat(validator.checkAccess(
                        new CloudEvent(
                                new EventKey("urn:one", "1"),
                                type,
                                "br-ba/x",
                                Optional.empty(),
                                Json.Obj.EMPTY,
                                Json.Obj.EMPTY,
                                Optional.empty()),
                        EventRegistry.find(type).orElseThrow()))
                .get()
                .isInstanceOf(Refusal.Forbidden.class);
    }
}
