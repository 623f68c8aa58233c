package org.bitacora.api.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bitacora.application.access.Caller;
import org.bitacora.application.intake.CloudEventReader;
import org.bitacora.application.intake.Intake;
import org.bitacora.application.intake.IntakeLimits;
import org.bitacora.application.intake.Outcome;
import org.bitacora.application.intake.Receiving;
import org.bitacora.application.intake.Sent;
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.Problem;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.eventlog.Mode;
import org.bitacora.http.Access;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where events come in over HTTP. */
@Path("/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events")
@SecurityRequirement(name = "key")
public class EventResource {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String BINARY = "application/json";

    private final Access access;
    private final Intake intake;
    private final Receiving receiving;
    private final IntakeLimits limits;

    EventResource(Access access, Intake intake, Receiving receiving, IntakeLimits limits) {
        this.access = access;
        this.intake = intake;
        this.receiving = receiving;
        this.limits = limits;
    }

    /** Takes one event, or a batch. */
    @POST
    @Consumes({STRUCTURED, BATCH, BINARY})
    @Operation(
            operationId = "postEvents",
            summary = "Post events",
            description =
                    "Appends activity events (CloudEvents 1.0) to the logs of their territories: one in structured or"
                            + " binary mode, or a batch. An answer comes after the durable commit. Posting the same event again"
                            + " is safe, for ever: it is answered with its first position.")
    @APIResponse(
            responseCode = "201",
            description = "One event, appended",
            content = @Content(schema = @Schema(implementation = Taken.class)))
    @APIResponse(
            responseCode = "200",
            description = "One event, seen before; or what became of each event of a batch, in the order sent",
            content = @Content(schema = @Schema(oneOf = {Taken.class, BatchTaken.class})))
    public Uni<Response> post(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(
                            description = "What a rejected event of a batch means for the others",
                            schema =
                                    @Schema(
                                            enumeration = {"each", "atomic"},
                                            defaultValue = "each"))
                    @QueryParam("mode")
                    @Nullable
                    String mode,
            @Parameter(description = "Only say what would become of the events") @QueryParam("dryRun") @Nullable
                    String dryRun,
            @Parameter(hidden = true) @Context HttpServerRequest request,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = STRUCTURED, schema = @Schema(ref = "CloudEvent")),
                                @Content(mediaType = BATCH, schema = @Schema(ref = "CloudEventBatch")),
                                @Content(mediaType = BINARY, schema = @Schema(ref = "ActivityData"))
                            })
                    byte[] body) {
        var how = new Intake.How(mode(mode), Ask.flag("dryRun", dryRun == null ? request.getParam("dryRun") : dryRun));
        return access.caller(authorization).flatMap(caller -> switch (essence(request)) {
            case BATCH -> batch(caller, body, how);
            case STRUCTURED -> single(caller, receiving.structured(body), how);
            default -> single(caller, receiving.binary(attributes(request), body), how);
        });
    }

    private Uni<Response> single(Caller caller, Sent sent, Intake.How how) {
        return intake.take(caller, List.of(sent), how).map(outcomes -> respond(outcomes.getFirst(), how));
    }

    private static Response respond(Outcome outcome, Intake.How how) {
        var taken = Taken.of(outcome);
        return switch (outcome) {
            case Outcome.Appended _ ->
                Response.status(how.dryRun() ? 200 : 201).entity(taken).build();
            case Outcome.Duplicate _ -> Response.ok(taken).build();
            case Outcome.Rejected(var refusal) -> throw ProblemException.of(Problem.of(refusal));
            case Outcome.NotStored() -> Response.ok(taken).build();
        };
    }

    private Uni<Response> batch(Caller caller, byte[] body, Intake.How how) {
        if (body.length > limits.batchBytes()) {
            throw tooLarge("A batch has at most " + limits.batchBytes() + " bytes.");
        }
        var sent = CloudEventReader.batch(body);
        if (isUnreadable(sent)) {
            throw ProblemException.of(Problem.of(((Sent.Garbled) sent.getFirst()).refusal()));
        }
        if (sent.size() > limits.batchEvents()) {
            throw tooLarge("A batch has at most " + limits.batchEvents() + " events.");
        }
        return intake.take(caller, sent, how).map(outcomes -> Response.ok(BatchTaken.of(outcomes, how.mode()))
                .build());
    }

    /** The body as a whole is no array of JSON. */
    private static boolean isUnreadable(List<Sent> sent) {
        return sent.size() == 1
                && sent.getFirst() instanceof Sent.Garbled(Refusal.Unreadable unreadable)
                && unreadable.violations().getFirst().pointer().value().isEmpty();
    }

    private static ProblemException tooLarge(String detail) {
        return ProblemException.of(Problem.of(new Refusal.TooLarge(detail)));
    }

    private static String essence(HttpServerRequest request) {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type == null ? BINARY : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> attributes(HttpServerRequest request) {
        var attributes = new LinkedHashMap<String, String>();
        request.headers().forEach(header -> {
            var name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith("ce-")) {
                attributes.put(name.substring(3), decoded(header.getValue()));
            }
        });
        return attributes;
    }

    /** Header values are percent-encoded (CloudEvents HTTP binding, 3.1.3.2); here + is a plus. */
    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return value;
        }
    }

    private static Mode mode(@Nullable String mode) {
        return switch (mode) {
            case null -> Mode.EACH;
            case "each" -> Mode.EACH;
            case "atomic" -> Mode.ATOMIC;
            default -> throw ProblemException.parameter("mode", "each or atomic is wanted.");
        };
    }
}
