package org.bitacora.channels.webhook;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.bitacora.channels.webhook.DeliveryRepository.DeliveryQuery;
import org.bitacora.channels.webhook.DeliveryRepository.NumberedDelivery;
import org.bitacora.http.BearerAuthenticator;
import org.bitacora.http.PageResponse;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The messages of a subscription: listed, shown, asked for again, called off. */
@Path("/v1/subscriptions/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "webhooks")
@SecurityRequirement(name = "key")
public class DeliveryResource {

    private static final int USUAL = 50;
    private static final int MOST = 500;
    private static final Set<String> STATES = Set.of("waiting", "delivered", "failed", "cancelled");
    private static final String EXAMPLE = "0b7e6f7a-9a53-4c39-8f5d-0c8e8a6f4a10";

    private final BearerAuthenticator bearerAuthenticator;
    private final SubscriptionRepository subscriptionRepository;
    private final DeliveryRepository deliveryRepository;

    DeliveryResource(
            BearerAuthenticator bearerAuthenticator,
            SubscriptionRepository subscriptionRepository,
            DeliveryRepository deliveryRepository) {
        this.bearerAuthenticator = bearerAuthenticator;
        this.subscriptionRepository = subscriptionRepository;
        this.deliveryRepository = deliveryRepository;
    }

    private Uni<Subscription> findVisible(@Nullable String authorization, String id) {
        return bearerAuthenticator
                .authenticate(authorization)
                .flatMap(caller -> subscriptionRepository.find(caller, id))
                .map(it -> it.orElseThrow(SubscriptionRepository::notFound).subscription());
    }

    /** Lists them. */
    @GET
    @Operation(
            operationId = "listDeliveries",
            summary = "List the messages of a subscription",
            description =
                    "Lists its messages, the latest first, each with its latest attempt. They are kept for a week.")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "Only those",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"waiting", "delivered", "failed", "cancelled"}))
    @Parameter(
            name = "territory",
            in = ParameterIn.QUERY,
            description = "Only of that log",
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            description = "A page of messages",
            content = @Content(schema = @Schema(ref = "DeliveryItems")))
    public Uni<PageResponse<DeliveryResponse>> list(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The id of the subscription", example = EXAMPLE) @PathParam("id") String id,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("state", "territory", "cursor", "limit"));
        var state = readRequest.parameter("state");
        if (state.filter(it -> !STATES.contains(it)).isPresent()) {
            throw ProblemException.invalidParameter("state", "waiting, delivered, failed or cancelled is wanted.");
        }
        int limit = readRequest.limit(USUAL, MOST);
        var deliveryQuery =
                new DeliveryQuery(state, readRequest.parameter("territory"), readRequest.number("cursor"), limit + 1);
        return findVisible(authorization, id)
                .chain(() -> deliveryRepository.list(id, deliveryQuery))
                .map(found -> page(readRequest, found, limit));
    }

    private static PageResponse<DeliveryResponse> page(
            ReadRequest readRequest, List<NumberedDelivery> found, int limit) {
        var shown = found.stream().limit(limit).map(NumberedDelivery::response).toList();
        return new PageResponse<>(
                shown,
                found.size() <= limit
                        ? null
                        : readRequest.uriWith(
                                "cursor", Long.toString(found.get(limit - 1).number())));
    }

    /** Shows one. */
    @GET
    @Path("/{delivery}")
    @Operation(
            operationId = "getDelivery",
            summary = "Show a message",
            description = "Shows a message as it is posted, and what became of each attempt.")
    @APIResponse(
            responseCode = "200",
            description = "The message",
            content = @Content(schema = @Schema(implementation = DeliveryResponse.class)))
    public Uni<DeliveryResponse> get(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The id of the subscription", example = EXAMPLE) @PathParam("id") String id,
            @Parameter(description = "The id of the message", example = "msg_5e0c1f2a9b7d4c685e0c1f2a9b7d4c68")
                    @PathParam("delivery")
                    String delivery) {
        return findVisible(authorization, id)
                .chain(() -> deliveryRepository.find(id, delivery))
                .map(it -> it.orElseThrow(DeliveryResource::notFound));
    }

    private static void checkActive(Subscription subscription) {
        if (!subscription.state.equals(Subscription.ACTIVE)) {
            throw ProblemException.of(Problem.of(
                    409,
                    "not-active",
                    "The subscription is " + subscription.state + ": make it active first.",
                    List.of()));
        }
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("There is no such message.");
    }

    /** Posts one again. */
    @POST
    @Path("/{delivery}/replay")
    @Operation(
            operationId = "replayDelivery",
            summary = "Post a message again",
            description =
                    "Posts a message again with the same id, soon, whatever became of it; one that waits is tried at once. A receiver that"
                            + " drops what it has seen drops it. The subscription must be active.")
    @APIResponse(responseCode = "202", description = "It is on its way")
    public Uni<Response> replay(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The id of the subscription", example = EXAMPLE) @PathParam("id") String id,
            @Parameter(description = "The id of the message", example = "msg_5e0c1f2a9b7d4c685e0c1f2a9b7d4c68")
                    @PathParam("delivery")
                    String delivery) {
        return findVisible(authorization, id)
                .invoke(DeliveryResource::checkActive)
                .chain(() -> deliveryRepository.replay(id, delivery))
                .map(found -> toResponse(found, 202));
    }

    /** Calls one off. */
    @DELETE
    @Path("/{delivery}")
    @Operation(
            operationId = "cancelDelivery",
            summary = "Call a message off",
            description = "Calls off a message that waits: what comes after it in its log is told without it.")
    @APIResponse(responseCode = "204", description = "It is called off")
    public Uni<Response> cancel(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The id of the subscription", example = EXAMPLE) @PathParam("id") String id,
            @Parameter(description = "The id of the message", example = "msg_5e0c1f2a9b7d4c685e0c1f2a9b7d4c68")
                    @PathParam("delivery")
                    String delivery) {
        return findVisible(authorization, id)
                .chain(() -> deliveryRepository.cancel(id, delivery))
                .map(found -> toResponse(found, 204));
    }

    private static Response toResponse(boolean found, int status) {
        if (!found) {
            throw notFound();
        }
        return Response.status(status).build();
    }
}
