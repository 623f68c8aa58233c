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
import org.bitacora.application.intake.EventParser;
import org.bitacora.application.intake.IntakeConfiguration;
import org.bitacora.application.intake.IntakeResult;
import org.bitacora.application.intake.IntakeService;
import org.bitacora.application.intake.ParsedEvent;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.http.BearerAuthenticator;
import org.bitacora.http.ReadRequest;
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

/** Where events come in over HTTP. */
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

    /** Takes one event, or a batch. */
    @POST
    @Consumes({STRUCTURED, BATCH, BINARY})
    @ProblemStatuses({403, 409, 422})
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
            content = @Content(schema = @Schema(implementation = EventResult.class)))
    @APIResponse(
            responseCode = "200",
            description = "One event, seen before; or what became of each event of a batch, in the order sent",
            content = @Content(schema = @Schema(oneOf = {EventResult.class, BatchResult.class})))
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
            @Parameter(
                            description = "Only say what would become of the events",
                            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
                    @QueryParam("dryRun")
                    @Nullable
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
        var intakeOptions = new IntakeService.IntakeOptions(
                mode(mode), ReadRequest.parseFlag("dryRun", dryRun == null ? request.getParam("dryRun") : dryRun));
        return bearerAuthenticator.authenticate(authorization).flatMap(caller -> switch (mediaType(request)) {
            case BATCH -> postBatch(caller, body, intakeOptions);
            case STRUCTURED -> postSingle(caller, eventParser.parseStructured(body), intakeOptions);
            default -> postSingle(caller, eventParser.parseBinary(attributes(request), body), intakeOptions);
        });
    }

    private Uni<Response> postSingle(
            Caller caller, ParsedEvent parsedEvent, IntakeService.IntakeOptions intakeOptions) {
        return intakeService
                .submit(caller, List.of(parsedEvent), intakeOptions)
                .map(outcomes -> respond(outcomes.getFirst(), intakeOptions));
    }

    private static Response respond(IntakeResult intakeResult, IntakeService.IntakeOptions intakeOptions) {
        var eventResult = EventResult.of(intakeResult);
        return switch (intakeResult) {
            case IntakeResult.Appended _ ->
                Response.status(intakeOptions.dryRun() ? 200 : 201)
                        .entity(eventResult)
                        .build();
            case IntakeResult.Duplicate _ -> Response.ok(eventResult).build();
            case IntakeResult.Rejected(var refusal) -> throw ProblemException.of(Problem.of(refusal));
            case IntakeResult.NotStored() -> Response.ok(eventResult).build();
        };
    }

    private Uni<Response> postBatch(Caller caller, byte[] body, IntakeService.IntakeOptions intakeOptions) {
        if (body.length > limits.batchBytes()) {
            throw tooLarge("A batch has at most " + limits.batchBytes() + " bytes.");
        }
        var sent = CloudEventReader.readBatch(body);
        if (isUnreadable(sent)) {
            throw ProblemException.of(Problem.of(((ParsedEvent.InvalidEvent) sent.getFirst()).refusal()));
        }
        if (sent.size() > limits.batchEvents()) {
            throw tooLarge("A batch has at most " + limits.batchEvents() + " events.");
        }
        return intakeService.submit(caller, sent, intakeOptions).map(outcomes -> Response.ok(
                        BatchResult.of(outcomes, intakeOptions.mode()))
                .build());
    }

    /** The body as a whole is no array of JSON. */
    private static boolean isUnreadable(List<ParsedEvent> sent) {
        return sent.size() == 1
                && sent.getFirst() instanceof ParsedEvent.InvalidEvent(Refusal.Unreadable unreadable)
                && unreadable.violations().getFirst().pointer().value().isEmpty();
    }

    private static ProblemException tooLarge(String detail) {
        return ProblemException.of(Problem.of(new Refusal.TooLarge(detail)));
    }

    private static String mediaType(HttpServerRequest request) {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type == null ? BINARY : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> attributes(HttpServerRequest request) {
        var attributes = new LinkedHashMap<String, String>();
        request.headers().forEach(header -> {
            var name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith("ce-")) {
                attributes.put(name.substring(3), percentDecode(header.getValue()));
            }
        });
        return attributes;
    }

    /** Header values are percent-encoded (CloudEvents HTTP binding, 3.1.3.2); here + is a plus. */
    private static String percentDecode(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return value;
        }
    }

    private static AppendMode mode(@Nullable String mode) {
        return switch (mode) {
            case null -> AppendMode.EACH;
            case "each" -> AppendMode.EACH;
            case "atomic" -> AppendMode.ATOMIC;
            default -> throw ProblemException.invalidParameter("mode", "`mode` must be `each` or `atomic`.");
        };
    }
}
