package org.bitacora.exchange.sdmx;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.bitacora.projections.indicator.IndicatorCatalogue;
import org.bitacora.projections.territory.TerritoryRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The structural metadata of the data: dataflows, data structure, concepts and code lists. */
@Path("/v1/sdmx/structure/{type}")
@Tag(name = "sdmx")
public class SdmxStructureResource {

    private static final String SCHEMA =
            "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json";
    private static final int MOST_TERRITORIES = 100_000;

    /** The members of a structure message by the type in the path. */
    private static final Map<String, String> MEMBERS = Map.of(
            "dataflow", "dataflows",
            "datastructure", "dataStructures",
            "conceptscheme", "conceptSchemes",
            "codelist", "codelists");

    private static final Set<String> WITH_OTHERS =
            Set.of("all", "children", "descendants", "parents", "parentsandsiblings", "ancestors");

    private final IndicatorCatalogue indicatorCatalogue;
    private final TerritoryRepository territoryRepository;
    private final InstantSource clock;
    private final JsonRenderer jsonRenderer;

    SdmxStructureResource(
            IndicatorCatalogue indicatorCatalogue,
            TerritoryRepository territoryRepository,
            InstantSource clock,
            JsonRenderer jsonRenderer) {
        this.indicatorCatalogue = indicatorCatalogue;
        this.territoryRepository = territoryRepository;
        this.clock = clock;
        this.jsonRenderer = jsonRenderer;
    }

    /** Returns all artefacts of a type. */
    @GET
    @ProblemStatuses(501)
    @Operation(
            operationId = "getSdmxStructures",
            summary = "List SDMX artefacts",
            description = "Returns all artefacts of a type, or of every type (*), as SDMX-JSON 2.0, with names in"
                    + " three languages.")
    @Parameter(
            name = "references",
            in = ParameterIn.QUERY,
            description = "Whether to include the referenced artefacts: none or all; by default none",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "detail",
            in = ParameterIn.QUERY,
            description = "The level of detail: full, or allstubs for ids and names only; by default full",
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            description = "A structure message",
            content = @Content(mediaType = SdmxMediaType.STRUCTURE_JSON, schema = @Schema(ref = "SdmxMessage")))
    public Uni<Response> all(
            @Parameter(
                            description = "The type: dataflow, datastructure, conceptscheme, codelist, or * for all",
                            example = "dataflow")
                    @PathParam("type")
                    String type,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        return respondTo(request, type, SdmxIdentifiers.ANY, SdmxIdentifiers.ANY, SdmxIdentifiers.ANY);
    }

    /** Returns one artefact. */
    @GET
    @Path("/{agency}/{id}")
    @ProblemStatuses({404, 501})
    @Operation(
            operationId = "getSdmxStructure",
            summary = "Get an SDMX artefact",
            description = "Returns an artefact in its only version.")
    @Parameter(
            name = "references",
            in = ParameterIn.QUERY,
            description = "Whether to include the referenced artefacts: none or all; by default none",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "detail",
            in = ParameterIn.QUERY,
            description = "The level of detail: full, or allstubs for ids and names only; by default full",
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            description = "A structure message",
            content = @Content(mediaType = SdmxMediaType.STRUCTURE_JSON, schema = @Schema(ref = "SdmxMessage")))
    public Uni<Response> one(
            @Parameter(
                            description = "The type: dataflow, datastructure, conceptscheme, codelist, or * for all",
                            example = "dataflow")
                    @PathParam("type")
                    String type,
            @Parameter(description = "The agency: BITACORA, or * for any", example = "BITACORA") @PathParam("agency")
                    String agency,
            @Parameter(description = "The id of the artefact, or * for any", example = "DF_BAHIA") @PathParam("id")
                    String id,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        return respondTo(request, type, agency, id, SdmxIdentifiers.ANY);
    }

    /** Returns a version of an artefact. */
    @GET
    @Path("/{agency}/{id}/{version}")
    @ProblemStatuses({404, 501})
    @Operation(
            operationId = "getSdmxStructureOfVersion",
            summary = "Get a version of an SDMX artefact",
            description = "Returns a version of an artefact.")
    @Parameter(
            name = "references",
            in = ParameterIn.QUERY,
            description = "Whether to include the referenced artefacts: none or all; by default none",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "detail",
            in = ParameterIn.QUERY,
            description = "The level of detail: full, or allstubs for ids and names only; by default full",
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            description = "A structure message",
            content = @Content(mediaType = SdmxMediaType.STRUCTURE_JSON, schema = @Schema(ref = "SdmxMessage")))
    public Uni<Response> ofVersion(
            @Parameter(
                            description = "The type: dataflow, datastructure, conceptscheme, codelist, or * for all",
                            example = "dataflow")
                    @PathParam("type")
                    String type,
            @Parameter(description = "The agency: BITACORA, or * for any", example = "BITACORA") @PathParam("agency")
                    String agency,
            @Parameter(description = "The id of the artefact, or * for any", example = "DF_BAHIA") @PathParam("id")
                    String id,
            @Parameter(description = "The version: 1.0.0, + for the latest, or * for any", example = "1.0.0")
                    @PathParam("version")
                    String version,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        return respondTo(request, type, agency, id, version);
    }

    /** Refuses queries for all artefacts of an agency. */
    @GET
    @Path("/{agency}")
    @Operation(hidden = true)
    public Response ofAgency() {
        throw UnsupportedProblems.path(
                "agency", Detail.of("Only one artefact, or all artefacts of a type, are supported."));
    }

    /** Refuses queries for items of a scheme. */
    @GET
    @Path("/{agency}/{id}/{version}/{rest:.+}")
    @Operation(hidden = true)
    public Response items() {
        throw UnsupportedProblems.path("rest", Detail.of("Only complete schemes are supported."));
    }

    private Uni<Response> respondTo(HttpServerRequest request, String type, String agency, String id, String version) {
        var readRequest = new ReadRequest(request, Set.of("references", "detail", "format"));
        var sdmxMediaType = MediaTypeNegotiator.negotiate(
                readRequest, request.getHeader(HttpHeaders.ACCEPT), SdmxMediaType.OF_STRUCTURE);
        if (!type.equals(SdmxIdentifiers.ANY) && !MEMBERS.containsKey(type)) {
            throw UnsupportedProblems.path(
                    "type", Detail.of("Supported types are dataflow, datastructure, conceptscheme, codelist and *."));
        }
        var references = readRequest.parameter("references").orElse("none");
        if (!references.equals("none") && !WITH_OTHERS.contains(references)) {
            throw UnsupportedProblems.parameter("references", Detail.of("Supported values are `none` and `all`."));
        }
        var detail = readRequest.parameter("detail").orElse("full");
        if (!Set.of("full", "allstubs").contains(detail)) {
            throw UnsupportedProblems.parameter("detail", Detail.of("Supported values are `full` and `allstubs`."));
        }
        if (!SdmxIdentifiers.matchesAny(SdmxIdentifiers.AGENCY, agency)
                || !VersionMatcher.matches(version, SdmxIdentifiers.VERSION)) {
            throw none();
        }
        return territoryRepository.listAfter("", MOST_TERRITORIES).map(rows -> {
            var all = new Artefacts(indicatorCatalogue.all(), rows, new SdmxTexts(readRequest.language())).all();
            var found = select(all, type, id, !references.equals("none"));
            return respond(sdmxMediaType, detail.equals("full") ? found : stubs(found));
        });
    }

    private static ProblemException none() {
        return ProblemException.notFound(Detail.of("No artefact matches the path."));
    }

    /**
     * Selects the requested artefacts. All artefacts reference each other, so with references the result contains all
     * of them.
     */
    private static Map<String, List<Map<String, Object>>> select(
            Map<String, List<Map<String, Object>>> all, String type, String id, boolean withOthers) {
        Map<String, List<Map<String, Object>>> found = new LinkedHashMap<>();
        all.forEach((member, artefacts) -> {
            boolean isOfType = type.equals(SdmxIdentifiers.ANY) || member.equals(MEMBERS.get(type));
            var ofId = artefacts.stream()
                    .filter(it -> isOfType && SdmxIdentifiers.matchesAny(String.valueOf(it.get("id")), id))
                    .toList();
            if (!ofId.isEmpty()) {
                found.put(member, ofId);
            }
        });
        if (found.isEmpty()) {
            throw none();
        }
        if (withOthers) {
            all.forEach(found::putIfAbsent);
        }
        return found;
    }

    private static Map<String, List<Map<String, Object>>> stubs(Map<String, List<Map<String, Object>>> found) {
        Map<String, List<Map<String, Object>>> stubs = new LinkedHashMap<>();
        var stubMembers = Set.of("id", "name", "names", "version", "agencyID", "links");
        found.forEach((member, artefacts) -> stubs.put(
                member,
                artefacts.stream()
                        .map(it -> {
                            Map<String, Object> stub = new LinkedHashMap<>(it);
                            stub.keySet().retainAll(stubMembers);
                            stub.put("isExternalReference", true);
                            return stub;
                        })
                        .toList()));
        return stubs;
    }

    private Response respond(SdmxMediaType sdmxMediaType, Map<String, List<Map<String, Object>>> found) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("schema", SCHEMA);
        meta.put("id", UUID.randomUUID().toString());
        meta.put("test", false);
        meta.put("prepared", clock.instant().toString());
        meta.put("contentLanguages", List.of("es", "pt", "en"));
        meta.put("sender", Map.of("id", SdmxIdentifiers.AGENCY));
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("meta", meta);
        message.put("data", found);
        return Response.ok(jsonRenderer.render(message))
                .header(HttpHeaders.CONTENT_TYPE, sdmxMediaType.contentType())
                .build();
    }
}
