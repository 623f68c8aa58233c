package org.bitacora.http;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.bitacora.application.access.AdminKey;
import org.bitacora.application.access.Caller;
import org.bitacora.application.access.Keys;
import org.bitacora.application.access.Role;
import org.bitacora.application.request.ProblemException;
import org.jspecify.annotations.Nullable;

/** Says who sends a request, from its {@code Authorization} header. */
@Singleton
public class Access {

    private static final String BEARER = "bearer ";

    private final AdminKey adminKey;
    private final Keys keys;

    Access(AdminKey adminKey, Keys keys) {
        this.adminKey = adminKey;
        this.keys = keys;
    }

    /** The caller; a problem 401 without a valid key. */
    public Uni<Caller> caller(@Nullable String authorization) {
        var key = key(authorization);
        if (key.isEmpty()) {
            return Uni.createFrom().failure(ProblemException.unauthorised());
        }
        if (adminKey.is(key.get())) {
            return Uni.createFrom().item(Caller.ADMIN);
        }
        return keys.caller(key.get()).map(caller -> caller.orElseThrow(ProblemException::unauthorised));
    }

    /** The caller, who must be an admin; a problem 403 where it is not. */
    public Uni<Caller> admin(@Nullable String authorization) {
        return caller(authorization).invoke(caller -> {
            if (caller.role() != Role.ADMIN) {
                throw ProblemException.forbidden("This needs the role admin.");
            }
        });
    }

    private static Optional<String> key(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(it -> it.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(it -> it.substring(BEARER.length()).strip())
                .filter(it -> !it.isEmpty());
    }
}
