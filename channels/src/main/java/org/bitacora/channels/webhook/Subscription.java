package org.bitacora.channels.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored subscription. */
@Entity
@Table(name = "subscription")
class Subscription {

    static final String LOG = "log";
    static final String OBSERVATIONS = "observations";

    @Id
    String id = "";

    String owner = "";
    String url = "";
    String topic = LOG;
    String[] territories = {};
    String[] types = {};
    String[] indicators = {};

    @Nullable
    String description;

    @Column(name = "state")
    private String stateWord = "active";

    @Column(name = "reason")
    private @Nullable String stateReason;

    @Column(name = "is_slow")
    boolean isSlow = true;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    Instant updatedAt = Instant.EPOCH;

    SubscriptionState state() {
        return SubscriptionState.ofStored(stateWord, stateReason);
    }

    void setState(SubscriptionState state) {
        stateWord = state.word();
        stateReason = state.reason().orElse(null);
    }

    boolean coversAllTerritories() {
        return territories.length == 0;
    }

    /** Updates the subscription. Topic, owner and id do not change. */
    void updateFrom(Subscription wanted, Instant now) {
        url = wanted.url;
        territories = wanted.territories;
        types = wanted.types;
        indicators = wanted.indicators;
        description = wanted.description;
        setState(wanted.state());
        updatedAt = now;
    }
}
