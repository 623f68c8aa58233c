package org.bitacora.domain.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.event.Decisions.events;
import static org.bitacora.domain.event.Decisions.pointers;
import static org.bitacora.domain.event.Decisions.refusal;
import static org.bitacora.domain.json.JsonText.json;

import java.util.Optional;
import org.bitacora.domain.actor.ActorEvent.ActorMerged;
import org.bitacora.domain.actor.ActorEvent.ActorRegistered;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Refusal;
import org.junit.jupiter.api.Test;

class ActorDeciderTest {

    private static final ActorRegistered UFBA = new ActorRegistered(json("{'name': 'UFBA', 'sector': 'academic'}"));
    private static final Optional<Json.Obj> REGISTERED = Optional.of(UFBA.apply(Json.Obj.EMPTY));

    @Test
    void givenNothingWhenAnActorIsRegisteredThenItIsAnEvent() {
        assertThat(events(ActorDecider.decide("ufba", Optional.empty(), UFBA))).containsExactly(UFBA);
    }

    @Test
    void givenARegistrationWhenTheSameIsStatedThenNothingFollows() {
        assertThat(events(ActorDecider.decide("ufba", REGISTERED, UFBA))).isEmpty();
    }

    @Test
    void givenARegistrationWhenAnotherIsStatedThenItIsAnEvent() {
        var media = new ActorRegistered(json("{'name': 'UFBA', 'sector': 'media'}"));

        assertThat(events(ActorDecider.decide("ufba", REGISTERED, media))).containsExactly(media);
    }

    @Test
    void givenNothingWhenANameIsMergedThenThereIsNoActor() {
        var merged = new ActorMerged(json("{'other': 'U.F.B.A.'}"));

        assertThat(refusal(ActorDecider.decide("ufba", Optional.empty(), merged)))
                .isEqualTo(new Refusal.NotFound(Detail.of("There is no actor {0}.", "ufba")));
    }

    @Test
    void givenAMergedNameWhenItIsMergedAgainThenNothingFollows() {
        var merged = new ActorMerged(json("{'other': 'U.F.B.A.'}"));

        assertThat(events(ActorDecider.decide("ufba", REGISTERED, merged))).containsExactly(merged);
        assertThat(events(ActorDecider.decide("ufba", REGISTERED.map(merged::apply), merged)))
                .isEmpty();
    }

    @Test
    void whenTheCodeOrTheDataIsInvalidThenItsPointersAreReported() {
        assertThat(pointers(ActorDecider.decide("a b", Optional.empty(), UFBA))).containsExactly("/actor");
        assertThat(pointers(ActorDecider.decide("a", REGISTERED, new ActorRegistered(json("{'name': 'A'}")))))
                .containsExactly("/sector");
    }
}
