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
import org.bitacora.domain.indicator.ObservationStatus;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.exchange.sdmx.TerritoryPositions.PreparationState;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.StreamingResponder;
import org.bitacora.http.problem.ProblemStatuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Data as SDMX-JSON and SDMX-CSV. Messages are sent while they are computed. */
@Blocking
@Path("/v1/sdmx/data/{context}/{agency}/{resource}")
@Tag(name = "sdmx")
public class SdmxDataResource {

    private static final String PREPARED = "Bitacora-Prepared";
    private static final String GENERATION = "Bitacora-Generation";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DataQueryParser dataQueryParser;
    private final MessageAssembler messageAssembler;
    private final JsonRenderer jsonRenderer;
    private final StreamingResponder streamingResponder;

    SdmxDataResource(
            DataQueryParser dataQueryParser,
            MessageAssembler messageAssembler,
            JsonRenderer jsonRenderer,
            StreamingResponder streamingResponder) {
        this.dataQueryParser = dataQueryParser;
        this.messageAssembler = messageAssembler;
        this.jsonRenderer = jsonRenderer;
        this.streamingResponder = streamingResponder;
    }

    /** Returns all data of an artefact. */
    @GET
    @ProblemStatuses({404, 501})
    @Operation(
            operationId = "getSdmxData",
            summary = "Get observations as SDMX",
            description = "Returns all observations of a dataflow in its only version.")
    @APIResponse(
            responseCode = "200",
            description = "A data message",
            content = {
                @Content(mediaType = SdmxMediaType.DATA_JSON, schema = @Schema(ref = "SdmxMessage")),
                @Content(mediaType = SdmxMediaType.DATA_CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "204", description = "The query has no observations")
    public Response all(
            @Parameter(description = "The type of the artefact: dataflow or datastructure", example = "dataflow")
                    @PathParam("context")
                    String context,
            @Parameter(description = "The agency: BITACORA, or * for any", example = "BITACORA") @PathParam("agency")
                    String agency,
            @Parameter(description = "The id of the artefact, or * for any", example = "DF_BAHIA")
                    @PathParam("resource")
                    String resource,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        return data(request, new DataQueryParser.DataPath(context, agency, resource, "*", "*"));
    }

    /** Returns all data of a version of an artefact. */
    @GET
    @Path("/{version}")
    @ProblemStatuses({404, 501})
    @Operation(
            operationId = "getSdmxDataOfVersion",
            summary = "Get observations of a version as SDMX",
            description = "Returns all observations of a version of a dataflow.")
    @APIResponse(
            responseCode = "200",
            description = "A data message",
            content = {
                @Content(mediaType = SdmxMediaType.DATA_JSON, schema = @Schema(ref = "SdmxMessage")),
                @Content(mediaType = SdmxMediaType.DATA_CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "204", description = "The query has no observations")
    public Response ofVersion(
            @Parameter(description = "The type of the artefact: dataflow or datastructure", example = "dataflow")
                    @PathParam("context")
                    String context,
            @Parameter(description = "The agency: BITACORA, or * for any", example = "BITACORA") @PathParam("agency")
                    String agency,
            @Parameter(description = "The id of the artefact, or * for any", example = "DF_BAHIA")
                    @PathParam("resource")
                    String resource,
            @Parameter(description = "The version: 1.0.0, + for the latest, or * for any", example = "1.0.0")
                    @PathParam("version")
                    String version,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        return data(request, new DataQueryParser.DataPath(context, agency, resource, version, "*"));
    }

    /** Returns the data of an artefact that a key selects. */
    @GET
    @Path("/{version}/{key}")
    @ProblemStatuses({404, 501})
    @Operation(
            operationId = "getSdmxDataOfKey",
            summary = "Get observations of a key as SDMX",
            description = "Returns the values by year and by month of the indicators of a dataflow, as SDMX-JSON"
                    + " 2.0 or SDMX-CSV 2.0 (REST API 2). Missing values have no observation. With"
                    + " updatedAfter the response contains only the changes since then, as observations to"
                    + " replace and to delete.")
    @APIResponse(
            responseCode = "200",
            description = "A data message",
            content = {
                @Content(mediaType = SdmxMediaType.DATA_JSON, schema = @Schema(ref = "SdmxMessage")),
                @Content(mediaType = SdmxMediaType.DATA_CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "204", description = "The query has no observations")
    public Response ofKey(
            @Parameter(description = "The type of the artefact: dataflow or datastructure", example = "dataflow")
                    @PathParam("context")
                    String context,
            @Parameter(description = "The agency: BITACORA, or * for any", example = "BITACORA") @PathParam("agency")
                    String agency,
            @Parameter(description = "The id of the artefact, or * for any", example = "DF_BAHIA")
                    @PathParam("resource")
                    String resource,
            @Parameter(description = "The version: 1.0.0, + for the latest, or * for any", example = "1.0.0")
                    @PathParam("version")
                    String version,
            @Parameter(
                            description =
                                    "Frequency, territory and indicator, separated by dots; * or nothing selects all",
                            example = "A.br-ba.*")
                    @PathParam("key")
                    String key,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        return data(request, new DataQueryParser.DataPath(context, agency, resource, version, key));
    }

    /** Refuses paths that are longer than a key. */
    @GET
    @Path("/{version}/{key}/{rest:.+}")
    @Operation(hidden = true)
    public Response other() {
        throw UnsupportedProblems.path(
                "rest", Detail.of("Only {context}/{agency}/{resource}/{version}/{key} is supported."));
    }

    private Response data(HttpServerRequest request, DataQueryParser.DataPath dataPath) {
        var readRequest = new ReadRequest(request, DataQueryParser.knownParameters());
        var sdmxMediaType = MediaTypeNegotiator.negotiate(
                readRequest, request.getHeader(HttpHeaders.ACCEPT), SdmxMediaType.OF_DATA);
        var query = dataQueryParser.parse(readRequest, dataPath);
        if (sdmxMediaType.isJson() && query.spansSeveralDataflows()) {
            throw UnsupportedProblems.path(
                    "resource",
                    Detail.of("JSON supports only one dataflow per message; use CSV, or query the datastructure."));
        }
        return streamingResponder.runWithPermit(() -> startResponse(request, readRequest, query, sdmxMediaType));
    }

    /** Starts the response. The status is 204 if the message has no parts, otherwise 200. */
    private Response startResponse(
            HttpServerRequest request, ReadRequest readRequest, DataQuery query, SdmxMediaType sdmxMediaType) {
        var assembledMessage = messageAssembler.assemble(query).await().atMost(PATIENCE);
        var messagePartReader =
                new MessagePartReader(assembledMessage.parts(), new OffsetLimit(query.offset(), query.limit()));
        var first = messagePartReader.next();
        if (first.isEmpty()) {
            return withStateHeaders(Response.noContent(), assembledMessage.preparation())
                    .build();
        }
        var dataMessage = new DataMessage(
                writer(readRequest, query, sdmxMediaType, assembledMessage.preparation()), first, messagePartReader);
        return withStateHeaders(
                        Response.ok(streamingResponder.stream(request, dataMessage::writeTo)),
                        assembledMessage.preparation())
                .header(HttpHeaders.CONTENT_TYPE, sdmxMediaType.contentType())
                .build();
    }

    private static ResponseBuilder withStateHeaders(ResponseBuilder answer, PreparationState preparationState) {
        if (preparationState.isCatchingUp()) {
            answer.header(ConditionalResponder.STATUS, ObservationStatus.CATCHING_UP.word());
        }
        return answer.header(PREPARED, preparationState.at()).header(GENERATION, preparationState.generation());
    }

    private DataMessageWriter writer(
            ReadRequest readRequest, DataQuery query, SdmxMediaType sdmxMediaType, PreparationState preparationState) {
        return sdmxMediaType.isJson()
                ? new SdmxJsonWriter(
                        query,
                        new SdmxTexts(readRequest.language()),
                        jsonRenderer,
                        new SdmxJsonWriter.DataMessageHeader(UUID.randomUUID().toString(), preparationState.at()))
                : new SdmxCsvWriter(query);
    }
}
