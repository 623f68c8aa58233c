package org.bitacora.http;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.bitacora.application.access.AccessKeyRepository;
import org.bitacora.application.access.AdminKey;
import org.bitacora.application.access.Caller;
import org.bitacora.application.access.Role;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Identifies the caller of a request by its {@code Authorization} header. */
@Singleton
public class BearerAuthenticator {

    private static final String BEARER = "bearer ";

    private final AdminKey adminKey;
    private final AccessKeyRepository accessKeyRepository;

    BearerAuthenticator(AdminKey adminKey, AccessKeyRepository accessKeyRepository) {
        this.adminKey = adminKey;
        this.accessKeyRepository = accessKeyRepository;
    }

    /** Returns the caller; fails with a problem 401 if the request has no valid key. */
    public Uni<Caller> authenticate(@Nullable String authorization) {
        var key = bearerToken(authorization);
        if (key.isEmpty()) {
            return Uni.createFrom().failure(ProblemException.unauthorised());
        }
        if (adminKey.matches(key.get())) {
            return Uni.createFrom().item(Caller.ADMIN);
        }
        return accessKeyRepository
                .findCaller(key.get())
                .map(caller -> caller.orElseThrow(ProblemException::unauthorised));
    }

    /** Returns the caller if it is an admin; otherwise fails with a problem 403. */
    public Uni<Caller> requireAdmin(@Nullable String authorization) {
        return authenticate(authorization).invoke(caller -> {
            if (caller.role() != Role.ADMIN) {
                throw ProblemException.forbidden(Detail.of("This operation needs the role `admin`."));
            }
        });
    }

    private static Optional<String> bearerToken(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(it -> it.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(it -> it.substring(BEARER.length()).strip())
                .filter(it -> !it.isEmpty());
    }
}
