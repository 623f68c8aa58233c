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
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.ProblemException;
import org.bitacora.channels.webhook.Subscriptions.Signed;
import org.bitacora.channels.webhook.Wanting.Checked;
import org.bitacora.http.Access;
import org.bitacora.http.Items;
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

    private final Access access;
    private final Wanting wanting;
    private final Subscriptions subscriptions;

    SubscriptionResource(Access access, Wanting wanting, Subscriptions subscriptions) {
        this.access = access;
        this.wanting = wanting;
        this.subscriptions = subscriptions;
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
            content = @Content(schema = @Schema(implementation = SubscriptionShown.class)))
    public Uni<Response> make(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            SubscriptionWanted wanted) {
        return access.caller(authorization)
                .flatMap(caller -> wanting.check(caller, wanted))
                .flatMap(checked -> subscriptions.make(
                        checked.subscription(), SigningKey.make(checked.signature()), checked.after()))
                .map(made -> Response.created(URI.create("/v1/subscriptions/" + made.subscription().id))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .entity(shown(made, true))
                        .build());
    }

    private static SubscriptionShown shown(Signed it, boolean isSecretShown) {
        return SubscriptionShown.of(it.subscription(), it.secret(), isSecretShown);
    }

    private static SubscriptionShown found(Optional<Signed> it, boolean isSecretShown) {
        return shown(it.orElseThrow(Subscriptions::notFound), isSecretShown);
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
    public Uni<Items<SubscriptionShown>> list(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return access.caller(authorization)
                .flatMap(subscriptions::all)
                .map(all -> Items.whole(all.stream().map(it -> shown(it, false)).toList()));
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
            content = @Content(schema = @Schema(implementation = SubscriptionShown.class)))
    public Uni<SubscriptionShown> get(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The id of the subscription", example = "0b7e6f7a-9a53-4c39-8f5d-0c8e8a6f4a10")
                    @PathParam("id")
                    String id) {
        return access.caller(authorization)
                .flatMap(caller -> subscriptions.find(caller, id))
                .map(it -> found(it, false));
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
            content = @Content(schema = @Schema(implementation = SubscriptionShown.class)))
    public Uni<SubscriptionShown> change(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The id of the subscription", example = "0b7e6f7a-9a53-4c39-8f5d-0c8e8a6f4a10")
                    @PathParam("id")
                    String id,
            SubscriptionWanted wanted) {
        return access.caller(authorization)
                .flatMap(caller -> subscriptions
                        .find(caller, id)
                        .map(it -> it.orElseThrow(Subscriptions::notFound))
                        .flatMap(known -> wanting.check(caller, wanted)
                                .invoke(checked -> checkSame(known, wanted, checked))
                                .flatMap(checked ->
                                        subscriptions.change(caller, id, checked.subscription(), checked.after()))))
                .map(it -> found(it, false));
    }

    private static void checkSame(Signed known, SubscriptionWanted wanted, Checked checked) {
        if (!known.subscription().topic.equals(checked.subscription().topic)) {
            throw ProblemException.invalid("/topic", "It stays " + known.subscription().topic + ".");
        }
        if (wanted.signature() != null
                && !wanted.signature().equals(shown(known, false).signature())) {
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
        return access.caller(authorization)
                .flatMap(caller -> subscriptions.end(caller, id))
                .map(ended -> {
                    if (!ended) {
                        throw Subscriptions.notFound();
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
            content = @Content(schema = @Schema(implementation = SubscriptionShown.class)))
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
        boolean endsAtOnce = Ask.flag("revoke", revoke);
        return access.caller(authorization)
                .flatMap(caller -> subscriptions
                        .find(caller, id)
                        .map(it -> found(it, false))
                        .map(it -> SigningKey.make(algorithm(signature == null ? it.signature() : signature)))
                        .flatMap(key -> subscriptions.renew(caller, id, key, endsAtOnce)))
                .map(it -> Response.ok(found(it, true))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    private static SigningKey.Algorithm algorithm(String word) {
        return SigningKey.Algorithm.of(word)
                .orElseThrow(() -> ProblemException.parameter("signature", "hmac-sha256 or ed25519 is wanted."));
    }
}
