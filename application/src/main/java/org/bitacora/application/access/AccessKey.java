package org.bitacora.application.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An API key as it is stored: its hash, never the key itself. */
@Entity
@Table(name = "access_key")
public class AccessKey {

    @Id
    public String id = "";

    String hash = "";
    public String source = "";
    public String role = "";
    public String[] territories = {};
    public String[] types = {};

    @Column(name = "created_at")
    public Instant createdAt = Instant.EPOCH;

    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;

    Caller toCaller() {
        return new Caller(source, Role.of(role).orElse(Role.READER), Set.of(territories), Set.of(types));
    }
}
