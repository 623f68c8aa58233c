package org.bitacora.channels.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored key that signs the messages of a subscription. */
@Entity
@Table(name = "signing_secret")
class SigningSecret {

    @Id
    String id = "";

    String subscription = "";
    String secret = "";

    @Column(name = "public_key")
    @Nullable
    String publicKey;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    /** When the key stops signing; null for the latest key. */
    @Column(name = "expires_at")
    @Nullable
    Instant expiresAt;

    static SigningSecret of(SigningKey key, String subscription, Instant now) {
        var stored = new SigningSecret();
        stored.id = UUID.randomUUID().toString();
        stored.subscription = subscription;
        stored.secret = key.secret();
        stored.publicKey = key.publicKey().orElse(null);
        stored.createdAt = now;
        return stored;
    }
}
