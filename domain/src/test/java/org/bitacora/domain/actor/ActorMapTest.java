package org.bitacora.domain.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.actor.ActorMap.MapBaseline.EARLIER_STATE;
import static org.bitacora.domain.actor.ActorMap.MapBaseline.OTHER_PERIOD;

import java.util.List;
import java.util.Map;
import org.bitacora.domain.actor.ActorMap.MappedActor;
import org.bitacora.domain.actor.ActorMap.Participation;
import org.bitacora.domain.actor.ActorMap.ParticipationChange;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonText;
import org.bitacora.domain.refusal.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The participation of actors under all their names, compared with a baseline. */
class ActorMapTest {

    private static final Actor UNI = Actor.of(
            "uni",
            JsonText.json(
                    "{'name': 'University', 'sector': 'academic', 'fronts': ['trade'], 'aliases': ['U.', 'Univ']}"));

    private static MappedActor place(ActorMap map, String actor) {
        return map.actors().stream()
                .filter(it -> it.actor().code().equals(actor))
                .findFirst()
                .orElseThrow();
    }

    private static Participation participation(int activities) {
        return new Participation("media", activities);
    }

    @Test
    void whoIsNotRegisteredHasAPlaceWithWhatActivitiesSay() {
        var map = ActorMap.of(
                List.of(UNI),
                Map.of("uni", participation(3), "press", participation(3)),
                Map.of("uni", participation(1)),
                EARLIER_STATE);

        assertThat(map.actors()).hasSize(2);
        assertThat(place(map, "uni").activities()).isEqualTo(3);
        assertThat(place(map, "uni").baselineActivities()).isEqualTo(1);
        assertThat(place(map, "uni").actor().sector()).isEqualTo("academic");
        assertThat(place(map, "press").isRegistered()).isFalse();
        assertThat(place(map, "press").actor().sector()).isEqualTo("media");
    }

    @Test
    void anActorMergedIntoItselfStaysOnTheMap() {
        var self = new Actor("uni", "University", "academic", "", List.of(), List.of(), List.of("uni"));

        var map = ActorMap.of(List.of(self), Map.of("uni", participation(2)), Map.of(), EARLIER_STATE);

        assertThat(place(map, "uni").activities()).isEqualTo(2);
    }

    @Test
    void anActorMergedIntoAnotherIsNotMapped() {
        var merged = Actor.of("Univ", JsonText.json("{'name': 'The same', 'sector': 'academic'}"));

        var map = ActorMap.of(List.of(UNI, merged), Map.of("uni", participation(2)), Map.of(), EARLIER_STATE);

        assertThat(map.actors()).hasSize(1);
        assertThat(place(map, "uni").activities()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, true, NONE",
        "0, 0, false, NONE",
        "2, 0, true, NEW",
        "2, 0, false, NEW",
        "3, 2, true, GREW",
        "3, 2, false, GREW",
        "2, 2, true, SILENT",
        "2, 2, false, SAME",
        "1, 2, true, FELL",
        "1, 2, false, FELL",
        "0, 2, true, SILENT",
        "0, 2, false, SILENT",
    })
    void aChangeIsAgainstTheBaseline(int now, int before, boolean since, ParticipationChange participationChange) {
        var map = ActorMap.of(
                List.of(UNI),
                Map.of("uni", participation(now)),
                Map.of("uni", participation(before)),
                since ? EARLIER_STATE : OTHER_PERIOD);

        assertThat(place(map, "uni").change()).isEqualTo(participationChange);
    }

    @Test
    void whoTookPartThenAndIsNotRegisteredFellSilent() {
        var map = ActorMap.of(List.of(), Map.of(), Map.of("press", participation(1)), EARLIER_STATE);

        assertThat(place(map, "press").change()).isEqualTo(ParticipationChange.SILENT);
    }

    @Test
    void mergedNamesAreKeptWhenAnActorIsRegisteredAgain() {
        var document =
                new ActorEvent.ActorRegistered(JsonText.json("{'name': 'A', 'sector': 'media'}")).apply(Json.Obj.EMPTY);
        document = new ActorEvent.ActorMerged(JsonText.json("{'other': 'B'}")).apply(document);
        document = new ActorEvent.ActorMerged(JsonText.json("{'other': 'A.'}")).apply(document);
        document = new ActorEvent.ActorRegistered(JsonText.json("{'name': 'C', 'sector': 'media'}")).apply(document);

        assertThat(Actor.of("a", document).aliases()).containsExactly("A.", "B");
        assertThat(Actor.of("a", document).name()).isEqualTo("C");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "actor.registered | {'name': 'A', 'sector': 'media', 'fronts': ['trade'], 'since': '2010-05'} | ``",
                "actor.registered | {'sector': 'media'} | /name",
                "actor.registered | {'name': 'A'} | /sector",
                "actor.registered | {'name': 'A', 'sector': 'military'} | /sector",
                "actor.registered | {'name': 'A', 'sector': 'media', 'since': 'long ago'} | /since",
                "actor.registered | {'name': 'A', 'sector': 'media', 'since': '2014', 'until': '2013'} | /until",
                "actor.registered | {'name': 'A', 'sector': 'media', 'x': 1} | /x",
                "actor.registered | {'name': 'A', 'sector': 'media', 'fronts': 'trade'} | /fronts",
                "actor.merged     | {'other': 'B'} | ``",
                "actor.merged     | {} | /other",
            })
    void anInvalidMemberIsReportedWithItsPointer(String type, String data, String pointer) {
        var expected = pointer.isEmpty() ? List.<String>of() : List.of(pointer);

        var event = type.equals("actor.merged")
                ? new ActorEvent.ActorMerged(JsonText.json(data))
                : new ActorEvent.ActorRegistered(JsonText.json(data));

        assertThat(event.validate(Pointer.ROOT))
                .extracting(it -> it.pointer().value())
                .containsExactlyElementsOf(expected);
    }

    @Test
    void anUnregisteredMergedActorHasTheSectorOfItsActivities() {
        var club = new Actor("club", "club", "", "", List.of(), List.of(), List.of("C."));

        var map = ActorMap.of(List.of(club), Map.of("club", new Participation("social", 2)), Map.of(), EARLIER_STATE);

        assertThat(place(map, "club").actor().sector()).isEqualTo("social");
    }
}
