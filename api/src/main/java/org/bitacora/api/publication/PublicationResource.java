package org.bitacora.api.publication;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bitacora.application.RefusalException;
import org.bitacora.application.publication.CurrentDifferences;
import org.bitacora.application.publication.PublicationService;
import org.bitacora.application.publication.ReportContext;
import org.bitacora.application.publication.ReportRenderer;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.publication.PublishedValues;
import org.bitacora.domain.publication.PublishedValues.PublishedValueDifference;
import org.bitacora.domain.publication.ReportDefinition;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.json.JsonWriter;
import org.bitacora.http.BearerAuthenticator;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.Format;
import org.bitacora.http.JsonBodyParser;
import org.bitacora.http.Labels;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.Representation;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.bitacora.projections.publication.PublicationRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Published reports, in every format, with the values that would be different today. */
@Path("/v1/territories/{t}/publications")
@Tag(name = "publications")
public class PublicationResource {

    private static final List<Format> FORMATS = List.of(Format.JSON, Format.CSV, Format.HTML);

    private final BearerAuthenticator bearerAuthenticator;
    private final PublicationService publicationService;
    private final ReportRenderer reportRenderer;
    private final PublicationRepository publicationRepository;
    private final ConditionalResponder conditionalResponder;

    PublicationResource(
            BearerAuthenticator bearerAuthenticator,
            PublicationService publicationService,
            ReportRenderer reporting,
            PublicationRepository publicationRepository,
            ConditionalResponder conditionalResponder) {
        this.bearerAuthenticator = bearerAuthenticator;
        this.publicationService = publicationService;
        this.reportRenderer = reporting;
        this.publicationRepository = publicationRepository;
        this.conditionalResponder = conditionalResponder;
    }

    /** Publishes a report. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "key")
    @ProblemStatuses({403, 404, 409, 412, 422})
    @Operation(
            operationId = "publish",
            summary = "Publish a report",
            description = "Freezes a report as of a position, as data, as a table and as a page, in the language"
                    + " selected by Accept-Language. The publication is an entry of the"
                    + " territory's log and never changes. Repeating the request returns the"
                    + " existing publication; a different report under the same code is refused"
                    + " (409). Requires the role editor.")
    @APIResponse(
            responseCode = "201",
            description = "The publication",
            content = @Content(mediaType = "application/json", schema = @Schema(ref = "PublicationSummary")))
    @APIResponse(
            responseCode = "200",
            description = "The existing publication",
            content = @Content(mediaType = "application/json", schema = @Schema(ref = "PublicationSummary")))
    public Uni<Response> publish(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "PublicationRequest"))) byte[] body,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var data = JsonBodyParser.parseObject(body);
        var code = data.text("code").orElse("");
        var reportDefinition = ReportDefinition.parse(data).orElseThrow(ProblemException::of);
        var language = new ReadRequest(request, Set.of()).language();
        return bearerAuthenticator
                .authenticate(authorization)
                .flatMap(caller -> publicationService.publish(
                        new PublicationService.PublicationCommand(caller, territory, code, reportDefinition, language)))
                .map(publicationResult -> Response.status(publicationResult.isNew() ? 201 : 200)
                        .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                        .entity(Buffer.buffer(
                                JsonWriter.toText(PublicationRenderer.summary(publicationResult.entry()))))
                        .build());
    }

    /** Lists the publications. */
    @GET
    @ProblemStatuses(404)
    @Operation(
            operationId = "listPublications",
            summary = "List the publications of a territory",
            description = "Lists the publications of a territory without their content, oldest first. The"
                    + " list is complete.")
    @APIResponse(
            responseCode = "200",
            description = "The publications",
            content = @Content(mediaType = "application/json", schema = @Schema(ref = "PublicationPageResponse")))
    public Uni<Response> list(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("minPosition", "format"));
        return conditionalResponder.respond(readRequest, territory, List.of(Format.JSON), _ -> publicationRepository
                .listAll(territory)
                .map(all -> Representation.unpaged(PublicationRenderer.renderList(all))));
    }

    /** Returns a publication. */
    @GET
    @Path("/{p}")
    @ProblemStatuses(404)
    @Operation(
            operationId = "getPublication",
            summary = "Get a publication",
            description = "Returns a publication as it was published. JSON and HTML also contain the values that"
                    + " would be different today; CSV contains only the published table.")
    @APIResponse(
            responseCode = "200",
            description = "The publication",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(ref = "PublicationResponse")),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/html", schema = @Schema(implementation = String.class))
            })
    public Uni<Response> get(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(description = "The code of the publication", example = "mapa-2014") @PathParam("p")
                    String publication,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("minPosition", "format"));
        return conditionalResponder.respond(readRequest, territory, FORMATS, responseContext -> publicationRepository
                .find(territory, publication)
                .map(found -> found.orElseThrow(
                        () -> ProblemException.notFound(Detail.of("There is no publication {0}.", publication))))
                .flatMap(entry -> render(entry, responseContext)));
    }

    private Uni<Representation> render(Entry entry, ConditionalResponder.ResponseContext responseContext) {
        var data = PublicationService.dataOf(entry);
        if (responseContext.format() == Format.CSV) {
            return Uni.createFrom()
                    .item(Representation.unpaged(Buffer.buffer(data.text("csv").orElse(""))));
        }
        var language = Locale.of(data.text("language").orElse("es"));
        long today = responseContext.reached().position();
        var where = new ReportContext(entry.territory(), today, language);
        return differencesNow(data, where)
                .map(differences -> new CurrentDifferences(today, differences, Optional.empty()))
                .onFailure(RefusalException.class)
                .recoverWithItem(e -> new CurrentDifferences(today, List.of(), Optional.ofNullable(e.getMessage())))
                .map(now -> Representation.unpaged(
                        responseContext.format() == Format.HTML
                                ? Buffer.buffer(PublicationRenderer.renderPage(
                                        data.text("html").orElse(""), now, Labels.forLanguage(language)))
                                : PublicationRenderer.renderPublication(entry, now)));
    }

    private Uni<List<PublishedValueDifference>> differencesNow(Json.Obj data, ReportContext where) {
        return reportRenderer
                .content(ReportDefinition.ofPublication(data), where)
                .map(now -> PublishedValues.differences(data.get("content").orElse(new Json.Null()), now));
    }
}
