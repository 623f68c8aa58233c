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

    static final String ACTIVE = "active";
    static final String PAUSED = "paused";

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

    String state = ACTIVE;

    @Nullable
    String reason;

    @Column(name = "is_slow")
    boolean isSlow = true;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    Instant updatedAt = Instant.EPOCH;

    boolean coversAllTerritories() {
        return territories.length == 0;
    }

    /** Updates the subscription. Topic, owner and id do not change. */
    void updateFrom(Subscription update, Instant now) {
        url = update.url;
        territories = update.territories;
        types = update.types;
        indicators = update.indicators;
        description = update.description;
        state = update.state;
        reason = null;
        updatedAt = now;
    }
}
