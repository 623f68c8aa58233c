package org.bitacora.channels.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.bitacora.channels.webhook.SubscriptionRepository.SubscriptionWithSecret;
import org.bitacora.channels.webhook.SubscriptionValidator.ValidSubscription;
import org.bitacora.http.BearerAuthenticator;
import org.bitacora.http.PageResponse;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Subscriptions: made, changed and ended by whoever holds a key. */
@Path("/v1/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "webhooks")
@SecurityRequirement(name = "key")
public class SubscriptionResource {

    private final BearerAuthenticator bearerAuthenticator;
    private final SubscriptionValidator validator;
    private final SubscriptionRepository subscriptionRepository;

    SubscriptionResource(
            BearerAuthenticator bearerAuthenticator,
            SubscriptionValidator subscriptionValidator,
            SubscriptionRepository subscriptionRepository) {
        this.bearerAuthenticator = bearerAuthenticator;
        this.validator = subscriptionValidator;
        this.subscriptionRepository = subscriptionRepository;
    }

    /** Makes one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "subscribe",
            summary = "Subscribe to what happens",
            description =
                    "Posts what happens in logs, or which values moved, to an address of yours: signed, in the order of each"
                            + " log, and again for days until it is taken (docs/webhooks.md). Any key may subscribe. The answer"
                            + " alone has the secret.")
    @APIResponse(
            responseCode = "201",
            description = "The subscription, with its secret",
            content = @Content(schema = @Schema(implementation = SubscriptionResponse.class)))
    public Uni<Response> create(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            SubscriptionRequest wanted) {
        return bearerAuthenticator
                .authenticate(authorization)
                .flatMap(caller -> validator.validate(caller, wanted))
                .flatMap(validSubscription -> subscriptionRepository.create(
                        validSubscription.subscription(),
                        SigningKey.generate(validSubscription.signature()),
                        validSubscription.startPositions()))
                .map(made -> Response.created(URI.create("/v1/subscriptions/" + made.subscription().id))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .entity(toResponse(made, true))
                        .build());
    }

    private static SubscriptionResponse toResponse(SubscriptionWithSecret it, boolean isSecretShown) {
        return SubscriptionResponse.of(it.subscription(), it.secret(), isSecretShown);
    }

    private static SubscriptionResponse toResponseOrNotFound(
            Optional<SubscriptionWithSecret> it, boolean isSecretShown) {
        return toResponse(it.orElseThrow(SubscriptionRepository::notFound), isSecretShown);
    }

    /** Lists them. */
    @GET
    @Operation(
            operationId = "listSubscriptions",
            summary = "List subscriptions",
            description = "Lists the subscriptions of the key's source, or for an admin all, without their secrets.")
    @APIResponse(
            responseCode = "200",
            description = "The subscriptions",
            content = @Content(schema = @Schema(ref = "SubscriptionItems")))
    public Uni<PageResponse<SubscriptionResponse>> list(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return bearerAuthenticator
                .authenticate(authorization)
                .flatMap(subscriptionRepository::findAll)
                .map(all -> PageResponse.singlePage(
                        all.stream().map(it -> toResponse(it, false)).toList()));
    }

    /** Shows one. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getSubscription",
            summary = "Show a subscription",
            description = "Shows a subscription, and why it is not at work where it is not.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription",
            content = @Content(schema = @Schema(implementation = SubscriptionResponse.class)))
    public Uni<SubscriptionResponse> get(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The id of the subscription", example = "0b7e6f7a-9a53-4c39-8f5d-0c8e8a6f4a10")
                    @PathParam("id")
                    String id) {
        return bearerAuthenticator
                .authenticate(authorization)
                .flatMap(caller -> subscriptionRepository.find(caller, id))
                .map(it -> toResponseOrNotFound(it, false));
    }

    /** Changes one. */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeSubscription",
            summary = "Change a subscription",
            description =
                    "Puts another in its place, of the same topic; its signature stays. What waits is tried at once, also where"
                            + " it was suspended or ended before. After sends it back in a log: what came since is told again.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription",
            content = @Content(schema = @Schema(implementation = SubscriptionResponse.class)))
    public Uni<SubscriptionResponse> change(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The id of the subscription", example = "0b7e6f7a-9a53-4c39-8f5d-0c8e8a6f4a10")
                    @PathParam("id")
                    String id,
            SubscriptionRequest wanted) {
        return bearerAuthenticator
                .authenticate(authorization)
                .flatMap(caller -> subscriptionRepository
                        .find(caller, id)
                        .map(it -> it.orElseThrow(SubscriptionRepository::notFound))
                        .flatMap(known -> validator
                                .validate(caller, wanted)
                                .invoke(validSubscription -> checkUnchanged(known, wanted, validSubscription))
                                .flatMap(validSubscription -> subscriptionRepository.update(
                                        caller,
                                        id,
                                        validSubscription.subscription(),
                                        validSubscription.startPositions()))))
                .map(it -> toResponseOrNotFound(it, false));
    }

    private static void checkUnchanged(
            SubscriptionWithSecret known, SubscriptionRequest wanted, ValidSubscription validSubscription) {
        if (!known.subscription().topic.equals(validSubscription.subscription().topic)) {
            throw ProblemException.invalid("/topic", "It stays " + known.subscription().topic + ".");
        }
        if (wanted.signature() != null
                && !wanted.signature().equals(toResponse(known, false).signature())) {
            throw ProblemException.invalid("/signature", "A new secret can have another: POST …/secret?signature=");
        }
    }

    /** Ends one. */
    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "unsubscribe",
            summary = "End a subscription",
            description = "Ends a subscription and forgets its messages. What is on its way may still arrive.")
    @APIResponse(responseCode = "204", description = "It has ended")
    public Uni<Response> end(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The id of the subscription", example = "0b7e6f7a-9a53-4c39-8f5d-0c8e8a6f4a10")
                    @PathParam("id")
                    String id) {
        return bearerAuthenticator
                .authenticate(authorization)
                .flatMap(caller -> subscriptionRepository.delete(caller, id))
                .map(ended -> {
                    if (!ended) {
                        throw SubscriptionRepository.notFound();
                    }
                    return Response.noContent().build();
                });
    }

    /** Makes a new secret for one. */
    @POST
    @Path("/{id}/secret")
    @Operation(
            operationId = "renewSecret",
            summary = "Renew the secret of a subscription",
            description =
                    "Makes a new secret. For a day the one before it signs too: every message has both signatures, so a receiver"
                            + " can change over whenever it likes. With revoke=true it ends at once: somebody else knows it.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription, with its new secret",
            content = @Content(schema = @Schema(implementation = SubscriptionResponse.class)))
    public Uni<Response> renew(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The id of the subscription", example = "0b7e6f7a-9a53-4c39-8f5d-0c8e8a6f4a10")
                    @PathParam("id")
                    String id,
            @Parameter(
                            description = "How messages are signed from now on; as before where it is not named",
                            schema = @Schema(enumeration = {"hmac-sha256", "ed25519"}))
                    @QueryParam("signature")
                    @Nullable
                    String signature,
            @Parameter(
                            description = "Whether the one before it ends at once",
                            schema = @Schema(implementation = Boolean.class))
                    @QueryParam("revoke")
                    @Nullable
                    String revoke) {
        boolean endsAtOnce = ReadRequest.parseFlag("revoke", revoke);
        return bearerAuthenticator
                .authenticate(authorization)
                .flatMap(caller -> subscriptionRepository
                        .find(caller, id)
                        .map(it -> toResponseOrNotFound(it, false))
                        .map(it -> SigningKey.generate(algorithm(signature == null ? it.signature() : signature)))
                        .flatMap(key -> subscriptionRepository.renewSecret(caller, id, key, endsAtOnce)))
                .map(it -> Response.ok(toResponseOrNotFound(it, true))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    private static SigningKey.SignatureAlgorithm algorithm(String word) {
        return SigningKey.SignatureAlgorithm.of(word)
                .orElseThrow(() -> ProblemException.invalidParameter("signature", "hmac-sha256 or ed25519 is wanted."));
    }
}
