package org.bitacora.domain.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.event.Decisions.events;
import static org.bitacora.domain.event.Decisions.pointers;
import static org.bitacora.domain.json.JsonText.json;

import java.time.LocalDate;
import java.util.Optional;
import org.bitacora.domain.identifier.TerritoryCode;
import org.bitacora.domain.territory.TerritoryEvent.MemberNamed;
import org.bitacora.domain.territory.TerritoryEvent.TerritoryRegistered;
import org.junit.jupiter.api.Test;

class TerritoryDeciderTest {

    private static final TerritoryCode NETWORK = new TerritoryCode("allas");
    private static final Territory BAHIA =
            Territory.of(new TerritoryCode("br-ba"), json("{'name': 'Bahia', 'kind': 'state', 'country': 'BR'}"));
    private static final Membership MEMBER =
            new Membership(BAHIA.code(), Optional.of(LocalDate.of(2012, 1, 1)), Optional.empty());

    @Test
    void givenNothingWhenATerritoryIsRegisteredThenItIsAnEvent() {
        assertThat(events(TerritoryDecider.register(Optional.empty(), BAHIA)))
                .containsExactly(new TerritoryRegistered(BAHIA));
    }

    @Test
    void givenARegistrationWhenTheSameIsStatedThenNothingFollows() {
        assertThat(events(TerritoryDecider.register(Optional.of(BAHIA), BAHIA))).isEmpty();
    }

    @Test
    void givenARegistrationWhenAnotherIsStatedThenItIsAnEvent() {
        var renamed = Territory.of(BAHIA.code(), json("{'name': 'Bahía', 'kind': 'state', 'country': 'BR'}"));

        assertThat(events(TerritoryDecider.register(Optional.of(BAHIA), renamed)))
                .containsExactly(new TerritoryRegistered(renamed));
    }

    @Test
    void givenNoMembershipWhenAMemberIsNamedThenItIsAnEvent() {
        assertThat(events(TerritoryDecider.nameMember(NETWORK, Optional.empty(), MEMBER)))
                .containsExactly(new MemberNamed(MEMBER));
    }

    @Test
    void givenAMembershipWhenTheSameIsNamedThenNothingFollows() {
        assertThat(events(TerritoryDecider.nameMember(NETWORK, Optional.of(MEMBER), MEMBER)))
                .isEmpty();
    }

    @Test
    void givenAMembershipWhenOtherDaysAreNamedThenItIsAnEvent() {
        var ended = new Membership(BAHIA.code(), MEMBER.from(), Optional.of(LocalDate.of(2014, 12, 31)));

        assertThat(events(TerritoryDecider.nameMember(NETWORK, Optional.of(MEMBER), ended)))
                .containsExactly(new MemberNamed(ended));
    }

    @Test
    void aTerritoryCannotBeAMemberOfItself() {
        assertThat(pointers(TerritoryDecider.nameMember(BAHIA.code(), Optional.empty(), MEMBER)))
                .containsExactly("/member");
    }
}
