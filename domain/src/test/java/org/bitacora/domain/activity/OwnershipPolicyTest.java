package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bitacora.domain.activity.OwnershipPolicy.Authority;
import org.bitacora.domain.refusal.Refusal;
import org.junit.jupiter.api.Test;

class OwnershipPolicyTest {

    private static final String VISIT = "br-ba/visit";

    @Test
    void aSourceMayNotChangeTheActivityOfAnotherSource() {
        assertThat(OwnershipPolicy.check(VISIT, Optional.of("urn:one"), "urn:other", Authority.OWN_ACTIVITIES))
                .contains(new Refusal.NotOwner(VISIT, "urn:one"));
    }

    @Test
    void aSourceMayChangeItsOwnActivity() {
        assertThat(OwnershipPolicy.check(VISIT, Optional.of("urn:one"), "urn:one", Authority.OWN_ACTIVITIES))
                .isEmpty();
    }

    @Test
    void aSourceMayStateANewActivity() {
        assertThat(OwnershipPolicy.check(VISIT, Optional.empty(), "urn:one", Authority.OWN_ACTIVITIES))
                .isEmpty();
    }

    @Test
    void anEditorMayChangeTheActivityOfAnotherSource() {
        assertThat(OwnershipPolicy.check(VISIT, Optional.of("urn:one"), "urn:other", Authority.ALL_ACTIVITIES))
                .isEmpty();
    }
}
