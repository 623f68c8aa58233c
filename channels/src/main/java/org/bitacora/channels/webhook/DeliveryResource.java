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
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.Problem;
import org.bitacora.application.request.ProblemException;
import org.bitacora.channels.webhook.Deliveries.Asked;
import org.bitacora.channels.webhook.Deliveries.Numbered;
import org.bitacora.http.Access;
import org.bitacora.http.Items;
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

    private final Access access;
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;

    DeliveryResource(Access access, Subscriptions subscriptions, Deliveries deliveries) {
        this.access = access;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
    }

    private Uni<Subscription> checkSeen(@Nullable String authorization, String id) {
        return access.caller(authorization)
                .flatMap(caller -> subscriptions.find(caller, id))
                .map(it -> it.orElseThrow(Subscriptions::notFound).subscription());
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
    public Uni<Items<DeliveryShown>> list(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The id of the subscription", example = EXAMPLE) @PathParam("id") String id,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var ask = new Ask(request, Set.of("state", "territory", "cursor", "limit"));
        var state = ask.parameter("state");
        if (state.filter(it -> !STATES.contains(it)).isPresent()) {
            throw ProblemException.parameter("state", "waiting, delivered, failed or cancelled is wanted.");
        }
        int limit = ask.limit(USUAL, MOST);
        var asked = new Asked(state, ask.parameter("territory"), ask.number("cursor"), limit + 1);
        return checkSeen(authorization, id)
                .chain(() -> deliveries.list(id, asked))
                .map(found -> page(ask, found, limit));
    }

    private static Items<DeliveryShown> page(Ask ask, List<Numbered> found, int limit) {
        var shown = found.stream().limit(limit).map(Numbered::shown).toList();
        return new Items<>(
                shown,
                found.size() <= limit
                        ? null
                        : ask.with("cursor", Long.toString(found.get(limit - 1).number())));
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
            content = @Content(schema = @Schema(implementation = DeliveryShown.class)))
    public Uni<DeliveryShown> get(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The id of the subscription", example = EXAMPLE) @PathParam("id") String id,
            @Parameter(description = "The id of the message", example = "msg_5e0c1f2a9b7d4c685e0c1f2a9b7d4c68")
                    @PathParam("delivery")
                    String delivery) {
        return checkSeen(authorization, id)
                .chain(() -> deliveries.find(id, delivery))
                .map(it -> it.orElseThrow(DeliveryResource::unknown));
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

    private static ProblemException unknown() {
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
        return checkSeen(authorization, id)
                .invoke(DeliveryResource::checkActive)
                .chain(() -> deliveries.replay(id, delivery))
                .map(found -> answer(found, 202));
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
        return checkSeen(authorization, id)
                .chain(() -> deliveries.cancel(id, delivery))
                .map(found -> answer(found, 204));
    }

    private static Response answer(boolean found, int status) {
        if (!found) {
            throw unknown();
        }
        return Response.status(status).build();
    }
}
