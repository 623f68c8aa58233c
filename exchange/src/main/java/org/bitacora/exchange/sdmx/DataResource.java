package org.bitacora.exchange.sdmx;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Duration;
import java.util.UUID;
import org.bitacora.application.request.Ask;
import org.bitacora.exchange.sdmx.Standings.Prepared;
import org.bitacora.http.Json;
import org.bitacora.http.Streaming;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Data as SDMX-JSON and SDMX-CSV, sent as they are computed. */
@Blocking
@Path("/v1/sdmx/data/{context}/{agency}/{resource}")
@Tag(name = "sdmx")
public class DataResource {

    private static final String PREPARED = "Bitacora-Prepared";
    private static final String GENERATION = "Bitacora-Generation";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Asking asking;
    private final Gathering gathering;
    private final Json json;
    private final Streaming streaming;

    DataResource(Asking asking, Gathering gathering, Json json, Streaming streaming) {
        this.asking = asking;
        this.gathering = gathering;
        this.json = json;
        this.streaming = streaming;
    }

    /** All data of an artefact. */
    @GET
    @Operation(
            operationId = "getSdmxData",
            summary = "Harvest figures as SDMX",
            description = "All figures of a dataflow, in its only version; as with a version and a key.")
    @APIResponse(
            responseCode = "200",
            description = "A data message",
            content = {
                @Content(mediaType = Media.DATA_JSON, schema = @Schema(ref = "SdmxMessage")),
                @Content(mediaType = Media.DATA_CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "204", description = "There is nothing to tell")
    public Response all(
            @Parameter(description = "dataflow or datastructure", example = "dataflow") @PathParam("context")
                    String context,
            @Parameter(description = "BITACORA or *", example = "BITACORA") @PathParam("agency") String agency,
            @Parameter(description = "The id of the artefact, or *", example = "DF_BAHIA") @PathParam("resource")
                    String resource,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        return data(request, new Asking.Path(context, agency, resource, "*", "*"));
    }

    /** The same, of a version. */
    @GET
    @Path("/{version}")
    @Operation(
            operationId = "getSdmxDataOfVersion",
            summary = "Harvest figures as SDMX, of a version",
            description = "All figures of a dataflow; as with a key.")
    @APIResponse(
            responseCode = "200",
            description = "A data message",
            content = {
                @Content(mediaType = Media.DATA_JSON, schema = @Schema(ref = "SdmxMessage")),
                @Content(mediaType = Media.DATA_CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "204", description = "There is nothing to tell")
    public Response ofVersion(
            @Parameter(description = "dataflow or datastructure", example = "dataflow") @PathParam("context")
                    String context,
            @Parameter(description = "BITACORA or *", example = "BITACORA") @PathParam("agency") String agency,
            @Parameter(description = "The id of the artefact, or *", example = "DF_BAHIA") @PathParam("resource")
                    String resource,
            @Parameter(description = "1.0.0, or + or *", example = "1.0.0") @PathParam("version") String version,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        return data(request, new Asking.Path(context, agency, resource, version, "*"));
    }

    /** The same, of a key. */
    @GET
    @Path("/{version}/{key}")
    @Operation(
            operationId = "getSdmxDataOfKey",
            summary = "Harvest figures as SDMX, of a key",
            description =
                    "The values by year and by month, whole, of the indicators of a dataflow, as SDMX-JSON 2.0 or SDMX-CSV 2.0"
                            + " (REST API 2). A value that there is not has no observation. What changed since updatedAfter comes"
                            + " as observations to replace and to delete.")
    @APIResponse(
            responseCode = "200",
            description = "A data message",
            content = {
                @Content(mediaType = Media.DATA_JSON, schema = @Schema(ref = "SdmxMessage")),
                @Content(mediaType = Media.DATA_CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "204", description = "There is nothing to tell")
    public Response ofKey(
            @Parameter(description = "dataflow or datastructure", example = "dataflow") @PathParam("context")
                    String context,
            @Parameter(description = "BITACORA or *", example = "BITACORA") @PathParam("agency") String agency,
            @Parameter(description = "The id of the artefact, or *", example = "DF_BAHIA") @PathParam("resource")
                    String resource,
            @Parameter(description = "1.0.0, or + or *", example = "1.0.0") @PathParam("version") String version,
            @Parameter(
                            description =
                                    "Frequency, territory and indicator with dots between them; * or nothing for any",
                            example = "A.br-ba.*")
                    @PathParam("key")
                    String key,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        return data(request, new Asking.Path(context, agency, resource, version, key));
    }

    /** Whatever is more than a key. */
    @GET
    @Path("/{version}/{key}/{rest:.+}")
    @Operation(hidden = true)
    public Response other() {
        throw NotOffered.path("rest", "{context}/{agency}/{resource}/{version}/{key} is offered.");
    }

    private Response data(HttpServerRequest request, Asking.Path path) {
        var ask = new Ask(request, Asking.parameters());
        var media = Negotiation.chosen(ask, request.getHeader(HttpHeaders.ACCEPT), Media.OF_DATA);
        var query = asking.read(ask, path);
        if (media.isJson() && query.isOfSeveral()) {
            throw NotOffered.path(
                    "resource",
                    "One dataflow at a time is offered as JSON; ask for them as CSV, or for the datastructure.");
        }
        return streaming.before(() -> begun(request, ask, query, media));
    }

    /** Whether there is anything to tell is known from the first part. */
    private Response begun(HttpServerRequest request, Ask ask, DataQuery query, Media media) {
        var gathered = gathering.of(query).await().atMost(PATIENCE);
        var parts = new Parts(gathered.parts(), new Cut(query.offset(), query.limit()));
        var first = parts.next();
        if (first.isEmpty()) {
            return headed(Response.noContent(), gathered.prepared()).build();
        }
        var sending = new Sending(writer(ask, query, media, gathered.prepared()), first, parts);
        return headed(Response.ok(streaming.of(request, sending::to)), gathered.prepared())
                .header(HttpHeaders.CONTENT_TYPE, media.type())
                .build();
    }

    private static ResponseBuilder headed(ResponseBuilder answer, Prepared prepared) {
        return answer.header(PREPARED, prepared.at()).header(GENERATION, prepared.generation());
    }

    private Writer writer(Ask ask, DataQuery query, Media media, Prepared prepared) {
        return media.isJson()
                ? new JsonWriter(
                        query,
                        new Texts(ask.language()),
                        json,
                        new JsonWriter.Head(UUID.randomUUID().toString(), prepared.at()))
                : new CsvWriter(query);
    }
}
