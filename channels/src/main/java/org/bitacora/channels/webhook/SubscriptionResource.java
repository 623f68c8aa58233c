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
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.BearerAuthenticator;
import org.bitacora.http.PageResponse;
import org.bitacora.http.ReadRequest;
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

/** Subscriptions to webhooks. */
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

    /** Creates a subscription. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemStatuses({403, 422})
    @Operation(
            operationId = "subscribe",
            summary = "Create a subscription",
            description = "Sends log entries or changed observations to a URL. Messages are signed, arrive in the"
                    + " order of each log, and are retried for days until the receiver accepts them"
                    + " (docs/webhooks.md). Any key may subscribe. Only this response and the one of"
                    + " renewSecret contain the secret.")
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

    /** Lists the subscriptions. */
    @GET
    @Operation(
            operationId = "listSubscriptions",
            summary = "List subscriptions",
            description = "Lists the subscriptions of the key's source, or all subscriptions for an admin. The"
                    + " secrets are not included.")
    @APIResponse(
            responseCode = "200",
            description = "The subscriptions",
            content = @Content(schema = @Schema(ref = "SubscriptionPageResponse")))
    public Uni<PageResponse<SubscriptionResponse>> list(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return bearerAuthenticator
                .authenticate(authorization)
                .flatMap(subscriptionRepository::findAll)
                .map(all -> PageResponse.singlePage(
                        all.stream().map(it -> toResponse(it, false)).toList()));
    }

    /** Returns a subscription. */
    @GET
    @Path("/{id}")
    @ProblemStatuses(404)
    @Operation(
            operationId = "getSubscription",
            summary = "Get a subscription",
            description = "Returns a subscription and, if it is suspended or ended, the reason.")
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

    /** Changes a subscription. */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemStatuses({404, 422})
    @Operation(
            operationId = "changeSubscription",
            summary = "Change a subscription",
            description = "Replaces the subscription. The topic and the signature algorithm cannot be changed."
                    + " Waiting messages are retried immediately, even if the subscription was suspended or"
                    + " ended. With `after`, messages since that position are sent again.")
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
                        .flatMap(existing -> validator
                                .validate(caller, wanted)
                                .invoke(validSubscription -> checkUnchanged(existing, wanted, validSubscription))
                                .flatMap(validSubscription -> subscriptionRepository.update(
                                        caller,
                                        id,
                                        validSubscription.subscription(),
                                        validSubscription.startPositions()))))
                .map(it -> toResponseOrNotFound(it, false));
    }

    private static void checkUnchanged(
            SubscriptionWithSecret existing, SubscriptionRequest wanted, ValidSubscription validSubscription) {
        if (!existing.subscription().topic.equals(validSubscription.subscription().topic)) {
            throw ProblemException.invalid(
                    "/topic",
                    Detail.of("The topic cannot be changed; it must stay {0}.", existing.subscription().topic));
        }
        if (wanted.signature() != null
                && !wanted.signature().equals(toResponse(existing, false).signature())) {
            throw ProblemException.invalid(
                    "/signature",
                    Detail.of(
                            "The signature algorithm can be changed only with a new secret: POST …/secret?signature="));
        }
    }

    /** Deletes a subscription. */
    @DELETE
    @Path("/{id}")
    @ProblemStatuses(404)
    @Operation(
            operationId = "unsubscribe",
            summary = "End a subscription",
            description = "Deletes a subscription and its messages. Messages that are being sent may still arrive.")
    @APIResponse(responseCode = "204", description = "The subscription was deleted")
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

    /** Renews the secret of a subscription. */
    @POST
    @Path("/{id}/secret")
    @ProblemStatuses(404)
    @Operation(
            operationId = "renewSecret",
            summary = "Renew the secret of a subscription",
            description = "Creates a new secret. For a day, messages are signed with the previous secret as well,"
                    + " so that a receiver can switch at any time. With revoke=true the previous secret stops"
                    + " signing immediately; use this if it has leaked.")
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
                            description = "The new signature algorithm; by default the current one",
                            schema = @Schema(enumeration = {"hmac-sha256", "ed25519"}))
                    @QueryParam("signature")
                    @Nullable
                    String signature,
            @Parameter(
                            description = "Whether the previous secret stops signing immediately",
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
                .orElseThrow(() -> ProblemException.invalidParameter(
                        "signature", Detail.of("`signature` must be `hmac-sha256` or `ed25519`.")));
    }
}
