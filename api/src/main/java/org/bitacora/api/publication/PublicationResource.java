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
import org.bitacora.application.publication.CurrentDifferences;
import org.bitacora.application.publication.Publishing;
import org.bitacora.application.publication.Report;
import org.bitacora.application.publication.ReportContext;
import org.bitacora.application.publication.ReportRenderer;
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.publication.PublishedFigures;
import org.bitacora.domain.publication.PublishedFigures.Difference;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.json.JsonWriter;
import org.bitacora.http.Access;
import org.bitacora.http.Answers;
import org.bitacora.http.Bodies;
import org.bitacora.http.Body;
import org.bitacora.http.Format;
import org.bitacora.http.Labels;
import org.bitacora.projections.publication.Publications;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reports that were published: as they were, in every format, with what differs since. */
@Path("/v1/territories/{t}/publications")
@Tag(name = "publications")
public class PublicationResource {

    private static final List<Format> FORMATS = List.of(Format.JSON, Format.CSV, Format.HTML);

    private final Access access;
    private final Publishing publishing;
    private final ReportRenderer reporting;
    private final Publications publications;
    private final Answers answers;

    PublicationResource(
            Access access,
            Publishing publishing,
            ReportRenderer reporting,
            Publications publications,
            Answers answers) {
        this.access = access;
        this.publishing = publishing;
        this.reporting = reporting;
        this.publications = publications;
        this.answers = answers;
    }

    /** Publishes. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "key")
    @Operation(
            operationId = "publish",
            summary = "Publish a report",
            description =
                    "Freezes a report at a position, as data, as a table and as a page, in the language that is asked for: an entry of"
                            + " the territory's log that nothing changes. The same again is answered with what was"
                            + " published; another report under the same code is refused. Needs the role editor.")
    @APIResponse(
            responseCode = "201",
            description = "The publication",
            content = @Content(mediaType = "application/json", schema = @Schema(ref = "PublicationItem")))
    @APIResponse(
            responseCode = "200",
            description = "It was published before",
            content = @Content(mediaType = "application/json", schema = @Schema(ref = "PublicationItem")))
    public Uni<Response> publish(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "PublicationWanted"))) byte[] body,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var data = Bodies.object(body);
        var code = data.text("code").orElse("");
        var report = Report.read(data);
        var language = new Ask(request, Set.of()).language();
        return access.caller(authorization)
                .flatMap(caller -> publishing.publish(new Publishing.Wanted(caller, territory, code, report, language)))
                .map(outcome -> Response.status(outcome.isNew() ? 201 : 200)
                        .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                        .entity(Buffer.buffer(JsonWriter.text(PublicationText.inShort(outcome.entry()))))
                        .build());
    }

    /** Lists them. */
    @GET
    @Operation(
            operationId = "listPublications",
            summary = "List the publications of a territory",
            description = "Lists them without what they say, the first first; the list comes whole.")
    @APIResponse(
            responseCode = "200",
            description = "The publications",
            content = @Content(mediaType = "application/json", schema = @Schema(ref = "PublicationItems")))
    public Uni<Response> list(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var ask = new Ask(request, Set.of("minPosition", "format"));
        return answers.of(ask, territory, List.of(Format.JSON), _ -> publications
                .all(territory)
                .map(all -> Body.whole(PublicationText.all(all))));
    }

    /** Shows one. */
    @GET
    @Path("/{p}")
    @Operation(
            operationId = "getPublication",
            summary = "Show a publication",
            description =
                    "Shows what was published as it was. As data and as a page it also says which of its figures would be others today;"
                            + " the table is the one that was published.")
    @APIResponse(
            responseCode = "200",
            description = "The publication",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(ref = "Publication")),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/html", schema = @Schema(implementation = String.class))
            })
    public Uni<Response> get(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(description = "The code of the publication", example = "mapa-2014") @PathParam("p")
                    String publication,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var ask = new Ask(request, Set.of("minPosition", "format"));
        return answers.of(ask, territory, FORMATS, known -> publications
                .find(territory, publication)
                .map(found -> found.orElseThrow(
                        () -> ProblemException.notFound("There is no publication " + publication + ".")))
                .flatMap(entry -> body(entry, known)));
    }

    private Uni<Body> body(Entry entry, Answers.Known known) {
        var data = Publishing.data(entry);
        if (known.format() == Format.CSV) {
            return Uni.createFrom()
                    .item(Body.whole(Buffer.buffer(data.text("csv").orElse(""))));
        }
        var language = Locale.of(data.text("language").orElse("es"));
        long today = known.reached().position();
        var where = new ReportContext(entry.territory(), today, language);
        return differences(data, where)
                .map(differences -> new CurrentDifferences(today, differences, Optional.empty()))
                .onFailure(ProblemException.class)
                .recoverWithItem(e -> new CurrentDifferences(today, List.of(), Optional.ofNullable(e.getMessage())))
                .map(now -> Body.whole(
                        known.format() == Format.HTML
                                ? Buffer.buffer(
                                        PublicationText.page(data.text("html").orElse(""), now, Labels.in(language)))
                                : PublicationText.one(entry, now)));
    }

    private Uni<List<Difference>> differences(Json.Obj data, ReportContext where) {
        return reporting
                .content(Report.published(data), where)
                .map(now -> PublishedFigures.between(data.get("content").orElse(new Json.Null()), now));
    }
}
