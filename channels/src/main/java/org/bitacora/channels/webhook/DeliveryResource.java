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
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.BearerAuthenticator;
import org.bitacora.http.PageResponse;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The deliveries of a subscription. */
@Path("/v1/subscriptions/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "webhooks")
@SecurityRequirement(name = "key")
public class DeliveryResource {

    private static final int USUAL = 100;
    private static final int MOST = 1_000;
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

    /** Lists the deliveries of a subscription. */
    @GET
    @ProblemStatuses(404)
    @Operation(
            operationId = "listDeliveries",
            summary = "List the deliveries of a subscription",
            description = "Lists the deliveries of a subscription, newest first, each with its latest attempt."
                    + " Deliveries are kept for a week after they end.")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "Only deliveries in this state",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"waiting", "delivered", "failed", "cancelled"}))
    @Parameter(
            name = "territory",
            in = ParameterIn.QUERY,
            description = "Only deliveries about this territory",
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            description = "A page of deliveries",
            content = @Content(schema = @Schema(ref = "DeliveryPageResponse")))
    public Uni<PageResponse<DeliveryResponse>> list(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The id of the subscription", example = EXAMPLE) @PathParam("id") String id,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("state", "territory", "cursor", "limit"));
        var state = readRequest.parameter("state");
        if (state.filter(it -> !STATES.contains(it)).isPresent()) {
            throw ProblemException.invalidParameter(
                    "state", Detail.of("`state` must be `waiting`, `delivered`, `failed` or `cancelled`."));
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
        var responses =
                found.stream().limit(limit).map(NumberedDelivery::response).toList();
        return new PageResponse<>(
                responses,
                found.size() <= limit
                        ? null
                        : readRequest.uriWith(
                                "cursor", Long.toString(found.get(limit - 1).number())));
    }

    /** Returns a delivery. */
    @GET
    @Path("/{delivery}")
    @ProblemStatuses(404)
    @Operation(
            operationId = "getDelivery",
            summary = "Get a delivery",
            description = "Returns a delivery with its message and the result of each attempt.")
    @APIResponse(
            responseCode = "200",
            description = "The delivery",
            content = @Content(schema = @Schema(implementation = DeliveryResponse.class)))
    public Uni<DeliveryResponse> get(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The id of the subscription", example = EXAMPLE) @PathParam("id") String id,
            @Parameter(description = "The id of the delivery", example = "msg_5e0c1f2a9b7d4c685e0c1f2a9b7d4c68")
                    @PathParam("delivery")
                    String delivery) {
        return findVisible(authorization, id)
                .chain(() -> deliveryRepository.find(id, delivery))
                .map(it -> it.orElseThrow(DeliveryResource::notFound));
    }

    private static void checkActive(Subscription subscription) {
        if (!(subscription.state() instanceof SubscriptionState.Active)) {
            throw ProblemException.of(Problem.of(
                    409,
                    "not-active",
                    Detail.of(
                            "The subscription is {0}: make it active first.",
                            subscription.state().word()),
                    List.of()));
        }
    }

    private static ProblemException notFound() {
        return ProblemException.notFound(Detail.of("There is no delivery with this id."));
    }

    /** Replays a delivery. */
    @POST
    @Path("/{delivery}/replay")
    @ProblemStatuses({404, 409})
    @Operation(
            operationId = "replayDelivery",
            summary = "Replay a delivery",
            description = "Sends the message again with the same id, whatever the state of the delivery. A"
                    + " waiting delivery is retried immediately. Receivers that remove duplicates ignore a"
                    + " message that they have already processed. The subscription must be active.")
    @APIResponse(responseCode = "202", description = "The message will be sent soon")
    public Uni<Response> replay(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The id of the subscription", example = EXAMPLE) @PathParam("id") String id,
            @Parameter(description = "The id of the delivery", example = "msg_5e0c1f2a9b7d4c685e0c1f2a9b7d4c68")
                    @PathParam("delivery")
                    String delivery) {
        return findVisible(authorization, id)
                .invoke(DeliveryResource::checkActive)
                .chain(() -> deliveryRepository.replay(id, delivery))
                .map(found -> toResponse(found, 202));
    }

    /** Cancels a delivery. */
    @DELETE
    @Path("/{delivery}")
    @ProblemStatuses(404)
    @Operation(
            operationId = "cancelDelivery",
            summary = "Cancel a delivery",
            description = "Cancels a waiting delivery. The following deliveries about the same territory are sent"
                    + " without it.")
    @APIResponse(responseCode = "204", description = "The delivery was cancelled")
    public Uni<Response> cancel(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The id of the subscription", example = EXAMPLE) @PathParam("id") String id,
            @Parameter(description = "The id of the delivery", example = "msg_5e0c1f2a9b7d4c685e0c1f2a9b7d4c68")
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
