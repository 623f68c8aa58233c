package org.bitacora.domain.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitacora.domain.activity.ActivityEventType;
import org.bitacora.domain.event.DomainEvent;
import org.bitacora.domain.event.EventDataResult;
import org.bitacora.domain.event.EventType;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventRegistryTest {

    private static final Set<Class<?>> EVENT_CLASSES = eventClasses();

    private static Set<Class<?>> eventClasses() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.bitacora").stream()
                        .filter(type -> type.isAssignableTo(DomainEvent.class) && !type.isInterface())
                        .map(JavaClass::reflect)
                        .collect(Collectors.toSet());
    }

    static Stream<EventType> types() {
        return EventRegistry.all().stream();
    }

    @Test
    void everyDomainEventHasARegisteredType() {
        var registered = types().map(type -> type.parser().eventClass()).collect(Collectors.toSet());

        assertThat(EVENT_CLASSES).isNotEmpty().isEqualTo(new HashSet<Class<?>>(registered));
    }

    @Test
    void everyRegisteredTypeHasASealedDomainEvent() {
        assertThat(EVENT_CLASSES).allSatisfy(type -> {
            assertThat(type.getPackageName()).startsWith("org.bitacora.domain.");
            assertThat(type.isRecord()).isTrue();
            assertThat(isSealed(type)).as(type.getName()).isTrue();
        });
    }

    /** Statements about activities differ by the sealed type of their statement, other events by their own type. */
    private static boolean isSealed(Class<?> type) {
        return Stream.of(type.getInterfaces()).anyMatch(Class::isSealed)
                || Stream.of(type.getRecordComponents())
                        .anyMatch(it -> it.getType().isSealed() && it.getType() == ActivityEventType.class);
    }

    @Test
    void theVocabularyListsTheTypesThatALogContains() {
        Map<String, Long> bySlice =
                new HashMap<>(types().collect(Collectors.groupingBy(EventRegistryTest::slice, Collectors.counting())));

        assertThat(bySlice)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "activity", 49L,
                        "series", 1L,
                        "strategy", 17L,
                        "actor", 2L,
                        "territory", 2L,
                        "indicator", 1L,
                        "publication", 1L));
    }

    private static String slice(EventType type) {
        var name = type.parser().eventClass().getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    @Test
    void onlyARegistrationMayBeTheFirstEventOfALog() {
        assertThat(types().filter(type -> type.admission().mayFoundLog()))
                .extracting(EventType::name)
                .containsExactly("org.bitacora.territory.registered");
    }

    @Test
    void sendersMayStateTheTypesThatAreNotReservedForCommands() {
        assertThat(types().map(EventType::name)
                        .filter(name -> !EventRegistry.namesOpenToSenders().contains(name)))
                .containsExactlyInAnyOrder(
                        "org.bitacora.territory.registered",
                        "org.bitacora.territory.member-named",
                        "org.bitacora.indicator.defined",
                        "org.bitacora.report.published");
    }

    @ParameterizedTest
    @MethodSource("types")
    void aTypeIsFoundByItsName(EventType type) {
        assertThat(EventRegistry.find(type.name())).contains(type);
        assertThat(EventRegistry.schemaVersion(type.name()))
                .isEqualTo(type.schemaVersion())
                .isLessThanOrEqualTo(EventRegistry.latestSchemaVersion());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "visit.received         | {'title': 'Delegation'}",
                "measure.reported       | {'period': '2014', 'value': 3, 'unit': 'persons'}",
                "strategy.adopted       | {'name': 'S', 'period': '2014/2017'}",
                "objective.dropped      | {'code': 'o1'}",
                "actor.merged           | {'other': 'UFBA'}",
                "territory.registered   | {'name': 'Bahia', 'kind': 'state'}",
                "territory.member-named | {'member': 'br-ba', 'from': '2014-01-01'}",
                "indicator.defined      | {'name': 'All', 'unit': 'activities', 'measure': {'count': 'activities'}}",
                "report.published       | {'title': 'T', 'report': 'activity-map', 'period': '2014', 'position': 1, 'language': 'es', 'content': {}, 'csv': '', 'html': ''}",
            })
    void dataIsParsedIntoTheEventOfItsType(String type, String data) {
        var parsed = EventRegistry.parse("org.bitacora." + type, JsonText.json(data));

        assertThat(parsed).isInstanceOf(EventDataResult.TypedEvent.class);
        var event = ((EventDataResult.TypedEvent) parsed).event();
        assertThat(event.type()).isEqualTo("org.bitacora." + type);
        assertThat(event.data()).isEqualTo(JsonText.json(data));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "visit.imagined         | {} | /type",
                "visit.received         | {'on': 'soon'} | /data/on",
                "measure.reported       | {'period': '2014', 'value': 3} | /data/unit",
                "strategy.adopted       | {'name': 'S'} | /data/period",
                "objective.dropped      | {} | /data/code",
                "actor.merged           | {} | /data/other",
                "territory.registered   | {'name': 'Bahia'} | /data/kind",
                "territory.member-named | {'from': '2014-01-01'} | /data/member",
                "territory.member-named | {'member': 'br-ba', 'from': 'then'} | /data/from",
                "indicator.defined      | {'name': 'All', 'measure': {'count': 'activities'}} | /data/unit",
            })
    void anInvalidMemberIsReportedWithItsPointer(String type, String data, String pointer) {
        var parsed = EventRegistry.parse("org.bitacora." + type, JsonText.json(data));

        assertThat(parsed).isInstanceOf(EventDataResult.InvalidContent.class);
        assertThat(((EventDataResult.InvalidContent) parsed).violations())
                .extracting(it -> it.pointer().value())
                .isEqualTo(List.of(pointer));
    }

    @Test
    void storedDataIsReadWithoutValidation() {
        var adopted = EventRegistry.find("org.bitacora.strategy.adopted").orElseThrow();

        assertThat(adopted.read(Json.Obj.EMPTY).data()).isEqualTo(Json.Obj.EMPTY);
    }
}
