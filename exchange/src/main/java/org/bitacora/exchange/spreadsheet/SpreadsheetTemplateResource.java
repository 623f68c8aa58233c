package org.bitacora.exchange.spreadsheet;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bitacora.domain.activity.ActivityKind;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.CsvRenderer;
import org.bitacora.http.Format;
import org.bitacora.http.Labels;
import org.bitacora.http.PageResponse;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.XlsxRenderer;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Spreadsheet templates. */
@Path("/v1/templates")
@Tag(name = "imports")
public class SpreadsheetTemplateResource {

    private static final List<Format> FORMATS = List.of(Format.XLSX, Format.CSV);

    private final SpreadsheetTemplates spreadsheetTemplates;

    SpreadsheetTemplateResource(SpreadsheetTemplates spreadsheetTemplates) {
        this.spreadsheetTemplates = spreadsheetTemplates;
    }

    /**
     * A template in a list.
     *
     * @param kind the kind of its activities
     * @param name the display name of the kind
     * @param href the URL of the template
     */
    @Schema(name = "SpreadsheetTemplateResponse", description = "A spreadsheet template")
    public record SpreadsheetTemplateResponse(
            @Schema(examples = "visit") String kind,
            @Schema(examples = "Visita") String name,
            @Schema(examples = "/v1/templates/visit") String href) {}

    /** Lists the templates. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listTemplates",
            summary = "List spreadsheet templates",
            description = "Lists the spreadsheet templates, one for each kind of activity. The list is complete.")
    @APIResponse(
            responseCode = "200",
            description = "The templates",
            content = @Content(schema = @Schema(ref = "SpreadsheetTemplatePageResponse")))
    public PageResponse<SpreadsheetTemplateResponse> list(
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var labels = Labels.forLanguage(new ReadRequest(request, Set.of()).language());
        return PageResponse.singlePage(Arrays.stream(ActivityKind.values())
                .map(it -> new SpreadsheetTemplateResponse(
                        it.word(), labels.of("kind", it.word()), "/v1/templates/" + it.word()))
                .toList());
    }

    /** Returns a template. */
    @GET
    @Path("/{kind}")
    @ProblemStatuses(404)
    @Operation(
            operationId = "getTemplate",
            summary = "Download a template",
            description = "Returns the spreadsheet template of a kind of activity, in Spanish, Portuguese or"
                    + " English as selected by Accept-Language. A completed template is imported without a"
                    + " mapping; the second sheet of the workbook lists the allowed values of its columns.")
    @APIResponse(
            responseCode = "200",
            description = "The template",
            content = {
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    public Response get(
            @Parameter(description = "The kind of the activities", example = "visit") @PathParam("kind") String kind,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("format"));
        var format = Format.negotiate(readRequest, FORMATS);
        var activityKind = ActivityKind.of(kind)
                .orElseThrow(() -> ProblemException.notFound(Detail.of("Unknown kind of activity: {0}.", kind)));
        var name = kind + "-" + readRequest.language().getLanguage() + "." + format.word();
        return Response.ok(body(
                        spreadsheetTemplates.forKind(activityKind, readRequest.language()),
                        readRequest.language(),
                        format))
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private static Buffer body(SpreadsheetTemplate spreadsheetTemplate, Locale language, Format format) {
        if (format == Format.XLSX) {
            return XlsxRenderer.render(spreadsheetTemplate.workbookPages());
        }
        return language.getLanguage().equals("en")
                ? CsvRenderer.render(spreadsheetTemplate.columnNames(), List.of())
                : CsvRenderer.renderWithDecimalCommas(spreadsheetTemplate.columnNames(), List.of());
    }
}
