package org.bitacora.api.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bitacora.application.access.AccessKey;
import org.bitacora.application.access.AccessKeyRepository;
import org.bitacora.application.access.Role;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.BearerAuthenticator;
import org.bitacora.http.PageResponse;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** API keys. Only an admin can create, list and revoke them. */
@Path("/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "access")
@SecurityRequirement(name = "key")
public class AccessKeyResource {

    private static final int MAX_SOURCE_LENGTH = 1_024;
    private static final int MAX_ITEM_LENGTH = 200;
    private static final int MAX_ITEMS = 500;

    private final BearerAuthenticator bearerAuthenticator;
    private final AccessKeyRepository accessKeyRepository;

    AccessKeyResource(BearerAuthenticator bearerAuthenticator, AccessKeyRepository accessKeyRepository) {
        this.bearerAuthenticator = bearerAuthenticator;
        this.accessKeyRepository = accessKeyRepository;
    }

    /** A request to create a key. */
    @Schema(name = "AccessKeyRequest", description = "A request to create a key")
    public record AccessKeyRequest(
            @Schema(
                    required = true,
                    examples = "urn:municipality:protocol",
                    description = "The source" + " that events posted with the key name")
            @Nullable
            String source,

            @Schema(
                    enumeration = {"admin", "editor", "source", "reader"},
                    examples = "source")
            @Nullable
            String role,

            @Schema(
                    description = "The codes of the territories that the key may write to; if empty or"
                            + " absent, all territories")
            @Nullable
            List<@Nullable String> territories,

            @Schema(
                    description = "The event types that the key may write, each complete or as a prefix with *,"
                            + " for example org.bitacora.visit.*; if empty or absent, all types")
            @Nullable
            List<@Nullable String> types) {}

    /** A key. Only the response to its creation contains the secret value. */
    @Schema(
            name = "AccessKeyResponse",
            description = "A key; only the response to its creation contains" + " the secret value, in `key`")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AccessKeyResponse(
            String id,
            @Nullable String key,
            String source,
            String role,
            List<String> territories,
            List<String> types,
            Instant createdAt) {
        static AccessKeyResponse of(AccessKey stored, @Nullable String key) {
            return new AccessKeyResponse(
                    stored.id,
                    key,
                    stored.source,
                    stored.role,
                    List.of(stored.territories),
                    List.of(stored.types),
                    stored.createdAt);
        }
    }

    /** Creates a key. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemStatuses({403, 422})
    @Operation(
            operationId = "makeKey",
            summary = "Create a key",
            description = "Creates a key of 256 random bits for a source. Only this response contains the"
                    + " key; the server stores its hash. Requires the role admin.")
    @APIResponse(
            responseCode = "201",
            description = "The key, with its secret value",
            content = @Content(schema = @Schema(implementation = AccessKeyResponse.class)))
    public Uni<Response> create(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            AccessKeyRequest accessKeyRequest) {
        return bearerAuthenticator
                .requireAdmin(authorization)
                .flatMap(_ -> accessKeyRepository.create(toAccessKey(accessKeyRequest)))
                .map(createdAccessKey -> Response.created(URI.create("/v1/keys/" + createdAccessKey.stored().id))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .entity(AccessKeyResponse.of(createdAccessKey.stored(), createdAccessKey.key()))
                        .build());
    }

    /** Lists the active keys. */
    @GET
    @ProblemStatuses(403)
    @Operation(
            operationId = "listKeys",
            summary = "List the active keys",
            description = "Lists the keys that are not revoked, oldest first, without their secret values."
                    + " The list is complete. Requires the role admin.")
    @APIResponse(
            responseCode = "200",
            description = "The active keys",
            content = @Content(schema = @Schema(ref = "AccessKeyPageResponse")))
    public Uni<PageResponse<AccessKeyResponse>> list(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return bearerAuthenticator
                .requireAdmin(authorization)
                .flatMap(_ -> accessKeyRepository.findActive())
                .map(all -> PageResponse.singlePage(
                        all.stream().map(key -> AccessKeyResponse.of(key, null)).toList()));
    }

    /** Revokes a key. */
    @DELETE
    @Path("/{id}")
    @ProblemStatuses({403, 404})
    @Operation(
            operationId = "revokeKey",
            summary = "Revoke a key",
            description = "Revokes a key. The events that were posted with the key remain. Other nodes may"
                    + " accept the key for up to two more seconds. Requires the role admin.")
    @APIResponse(responseCode = "204", description = "The key was revoked")
    public Uni<Response> revoke(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The id of the key", example = "0b7e6f7a-9a53-4c39-8f5d-0c8e8a6f4a10")
                    @PathParam("id")
                    String id) {
        return bearerAuthenticator
                .requireAdmin(authorization)
                .flatMap(_ -> accessKeyRepository.revoke(id))
                .map(revoked -> {
                    if (!revoked) {
                        throw ProblemException.notFound(Detail.of("There is no active key with this id."));
                    }
                    return Response.noContent().build();
                });
    }

    private static AccessKey toAccessKey(@Nullable AccessKeyRequest accessKeyRequest) {
        if (accessKeyRequest == null
                || accessKeyRequest.source() == null
                || accessKeyRequest.source().isBlank()) {
            throw ProblemException.invalid(
                    "/source", Detail.of("Missing source. It is the source of the events that this key posts."));
        }
        var key = new AccessKey();
        key.source = accessKeyRequest.source();
        key.role = Optional.ofNullable(accessKeyRequest.role()).orElse(Role.SOURCE.word());
        if (Role.of(key.role).isEmpty()) {
            throw ProblemException.invalid("/role", Detail.of("`role` must be one of admin, editor, source, reader."));
        }
        requireText("/source", key.source, MAX_SOURCE_LENGTH);
        key.territories = toArray("/territories", accessKeyRequest.territories());
        key.types = toArray("/types", accessKeyRequest.types());
        return key;
    }

    private static String[] toArray(String pointer, @Nullable List<@Nullable String> values) {
        if (values == null) {
            return new String[0];
        }
        if (values.size() > MAX_ITEMS) {
            throw ProblemException.invalid(pointer, Detail.of("Expected at most {0} items.", MAX_ITEMS));
        }
        for (int i = 0; i < values.size(); i++) {
            requireText(pointer + "/" + i, values.get(i), MAX_ITEM_LENGTH);
        }
        return values.toArray(String[]::new);
    }

    private static void requireText(String pointer, @Nullable String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest || text.indexOf(0) >= 0) {
            throw ProblemException.invalid(
                    pointer, Detail.of("Expected a text of 1 to {0} characters without U+0000.", longest));
        }
    }
}
