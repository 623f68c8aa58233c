package org.bitacora.api.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bitacora.application.access.Caller;
import org.bitacora.application.intake.CloudEventReader;
import org.bitacora.application.intake.EventParser;
import org.bitacora.application.intake.IntakeConfiguration;
import org.bitacora.application.intake.IntakeResult;
import org.bitacora.application.intake.IntakeService;
import org.bitacora.application.intake.ParsedEvent;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.http.BearerAuthenticator;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.language.DetailRenderer;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Receives events over HTTP. */
@Path("/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events")
@SecurityRequirement(name = "key")
public class EventResource {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String BINARY = "application/json";

    private final BearerAuthenticator bearerAuthenticator;
    private final IntakeService intakeService;
    private final EventParser eventParser;
    private final IntakeConfiguration limits;

    EventResource(
            BearerAuthenticator bearerAuthenticator,
            IntakeService intakeService,
            EventParser eventParser,
            IntakeConfiguration limits) {
        this.bearerAuthenticator = bearerAuthenticator;
        this.intakeService = intakeService;
        this.eventParser = eventParser;
        this.limits = limits;
    }

    /** Appends one event or a batch. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @ProblemStatuses({403, 409, 422})
    @Operation(
            operationId = "postEvents",
            summary = "Post events",
            description = "Appends events (CloudEvents 1.0) to the logs of their territories: one event in"
                    + " structured or binary mode, or a batch. The response is sent after the"
                    + " durable commit. An event can be posted again at any time: the response"
                    + " then has the status duplicate and the first position. An event with a"
                    + " known source and id but different content is a conflict (409).")
    @APIResponse(
            responseCode = "201",
            description = "The event was appended",
            content = @Content(schema = @Schema(implementation = EventResult.class)))
    @APIResponse(
            responseCode = "200",
            description = "For a single event: a duplicate, or the result of a dry run. For a batch: the"
                    + " result of each event, in the order sent",
            content = @Content(schema = @Schema(oneOf = {EventResult.class, BatchResult.class})))
    public Uni<Response> post(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(
                            description = "How a rejected event affects the others of a batch: each stores"
                                    + " the other events, atomic stores nothing and responds with 422",
                            schema =
                                    @Schema(
                                            enumeration = {"each", "atomic"},
                                            defaultValue = "each"))
                    @QueryParam("mode")
                    @Nullable
                    String mode,
            @Parameter(
                            description = "Whether to only report the results, without storing anything",
                            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
                    @QueryParam("dryRun")
                    @Nullable
                    String dryRun,
            @Parameter(
                            description = "Whether to refuse events that are accepted with warnings otherwise",
                            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
                    @QueryParam("strict")
                    @Nullable
                    String strict,
            @Parameter(hidden = true) @Context HttpServerRequest request,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = STRUCTURED, schema = @Schema(ref = "CloudEvent")),
                                @Content(mediaType = BATCH, schema = @Schema(ref = "CloudEventBatch")),
                                @Content(mediaType = BINARY, schema = @Schema(ref = "ActivityData"))
                            })
                    byte[] body) {
        var intakeOptions = new IntakeService.IntakeOptions(
                mode(mode),
                ReadRequest.parseFlag("dryRun", dryRun == null ? request.getParam("dryRun") : dryRun),
                ReadRequest.parseFlag("strict", strict == null ? request.getParam("strict") : strict));
        var detailRenderer = DetailRenderer.of(request);
        return bearerAuthenticator.authenticate(authorization).flatMap(caller -> switch (mediaType(request)) {
            case BATCH ->
                postBatch(caller, body, intakeOptions)
                        .map(outcomes -> Response.ok(BatchResult.of(outcomes, intakeOptions.mode(), detailRenderer))
                                .build());
            case STRUCTURED -> postSingle(caller, eventParser.parseStructured(body), intakeOptions, detailRenderer);
            default -> postSingle(caller, parseBinary(request, body), intakeOptions, detailRenderer);
        });
    }

    private Uni<Response> postSingle(
            Caller caller,
            ParsedEvent parsedEvent,
            IntakeService.IntakeOptions intakeOptions,
            DetailRenderer detailRenderer) {
        return intakeService
                .submit(caller, List.of(parsedEvent), intakeOptions)
                .map(outcomes -> respond(outcomes.getFirst(), intakeOptions, detailRenderer));
    }

    private static Response respond(
            IntakeResult intakeResult, IntakeService.IntakeOptions intakeOptions, DetailRenderer detailRenderer) {
        if (intakeResult instanceof IntakeResult.Rejected(var refusal)) {
            throw ProblemException.of(refusal);
        }
        boolean isCreated = intakeResult instanceof IntakeResult.Appended && !intakeOptions.dryRun();
        return Response.status(isCreated ? 201 : 200)
                .entity(EventResult.of(intakeResult, detailRenderer))
                .build();
    }

    private Uni<List<IntakeResult>> postBatch(Caller caller, byte[] body, IntakeService.IntakeOptions intakeOptions) {
        if (body.length > limits.batchBytes()) {
            throw tooLarge(Detail.of("A batch has at most {0} bytes.", limits.batchBytes()));
        }
        var sent = CloudEventReader.readBatch(body);
        if (isUnreadable(sent)) {
            throw ProblemException.of(Problem.of(((ParsedEvent.InvalidEvent) sent.getFirst()).refusal()));
        }
        if (sent.size() > limits.batchEvents()) {
            throw tooLarge(Detail.of("A batch has at most {0} events.", limits.batchEvents()));
        }
        return intakeService.submit(caller, sent, intakeOptions);
    }

    /** Returns whether the body is not a JSON array. */
    private static boolean isUnreadable(List<ParsedEvent> sent) {
        return sent.size() == 1
                && sent.getFirst() instanceof ParsedEvent.InvalidEvent(Refusal.Unreadable unreadable)
                && unreadable.violations().getFirst().pointer().value().isEmpty();
    }

    private static ProblemException tooLarge(Detail detail) {
        return ProblemException.of(Problem.of(new Refusal.TooLarge(detail)));
    }

    /** Returns the media type; throws a problem 415 if it is neither one of CloudEvents nor one of JSON. */
    private static String mediaType(HttpServerRequest request) {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        var essence = type == null ? BINARY : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean isCloudEvent = essence.startsWith("application/cloudevents");
        boolean isJson = essence.equals(BINARY) || essence.endsWith("+json");
        if (isCloudEvent ? !essence.equals(STRUCTURED) && !essence.equals(BATCH) : !isJson) {
            throw new NotSupportedException();
        }
        return essence;
    }

    private ParsedEvent parseBinary(HttpServerRequest request, byte[] body) {
        var attributes = attributes(request);
        if (attributes.isEmpty()) {
            throw ProblemException.of(Problem.of(
                    400,
                    "unreadable",
                    Detail.of(
                            "The request has no `ce-` headers. An event with its attributes in the body must have the"
                                    + " media type `application/cloudevents+json`, a batch `application/cloudevents-batch+json`."),
                    List.of()));
        }
        return eventParser.parseBinary(attributes, body);
    }

    private static Map<String, String> attributes(HttpServerRequest request) {
        var attributes = new LinkedHashMap<String, String>();
        request.headers().forEach(header -> {
            var name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith("ce-")) {
                attributes.put(
                        name.substring(3),
                        PercentDecoder.decode(header.getValue())
                                .orElseThrow(() -> ProblemException.invalidHeader(
                                        name, Detail.of("The percent-encoded bytes are not valid UTF-8."))));
            }
        });
        return attributes;
    }

    private static AppendMode mode(@Nullable String mode) {
        return switch (mode) {
            case null -> AppendMode.EACH;
            case "each" -> AppendMode.EACH;
            case "atomic" -> AppendMode.ATOMIC;
            default -> throw ProblemException.invalidParameter("mode", Detail.of("`mode` must be `each` or `atomic`."));
        };
    }
}
