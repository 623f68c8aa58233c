package org.bitacora.server.contract;

import static java.util.Objects.requireNonNull;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bitacora.domain.indicator.FilterField;
import org.bitacora.domain.vocabulary.EventRegistry;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.IndexView;

/**
 * Completes the contract with information that follows from the code: the statuses of operations, shared
 * parameters, required members, and the bounds of numbers, texts and lists.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {

    private static final String PROBLEM = "#/components/responses/Problem";
    private static final String NOT_MODIFIED = "#/components/responses/NotModified";
    private static final int MAX_ITEMS = 5_000;
    private static final BigDecimal MAX_SAFE_INTEGER = BigDecimal.valueOf(9_007_199_254_740_991L);
    private static final List<String> FILTERED_OPERATIONS =
            List.of("listActivities", "observe", "observeMany", "listEvidence", "explainDifference");

    private static final List<String> SDMX_PARAMETERS = List.of(
            "sdmxFrequency",
            "sdmxArea",
            "sdmxIndicator",
            "sdmxTime",
            "sdmxStart",
            "sdmxEnd",
            "sdmxUpdatedAfter",
            "sdmxAsOf",
            "sdmxHistory",
            "sdmxDimension",
            "sdmxOffset",
            "sdmxLimit",
            "sdmxFormat");

    /** The shared parameters of each operation, by their names in {@code components/parameters}. */
    private static final Map<String, List<String>> SHARED_PARAMETERS = Map.ofEntries(
            Map.entry(
                    "observe",
                    List.of(
                            "periods",
                            "by",
                            "versions",
                            "per",
                            "rollup",
                            "asOf",
                            "minPosition",
                            "dialect",
                            "tableFormat")),
            Map.entry(
                    "listEvidence",
                    List.of("period", "versions", "per", "rollup", "asOf", "minPosition", "cursor", "limit")),
            Map.entry("explainDifference", List.of("period", "per", "rollup", "minPosition")),
            Map.entry("observeMany", List.of("periods", "by", "cursor", "limit")),
            Map.entry("listMembers", List.of("asOf", "minPosition")),
            Map.entry("getActivityMap", List.of("periods", "asOf", "minPosition", "reportFormat")),
            Map.entry("listStrategies", List.of("asOf", "minPosition")),
            Map.entry("listPublications", List.of("minPosition")),
            Map.entry("getPublication", List.of("minPosition", "reportFormat")),
            Map.entry("listActors", List.of("asOf", "minPosition")),
            Map.entry("getActor", List.of("asOf", "minPosition")),
            Map.entry("getActorMap", List.of("asOf", "minPosition", "pictureFormat")),
            Map.entry("listActivitiesOfActor", List.of("asOf", "minPosition", "cursor", "limit")),
            Map.entry("getStrategy", List.of("asOf", "minPosition")),
            Map.entry("listStrategyVersions", List.of("asOf", "minPosition")),
            Map.entry("diffStrategy", List.of("minPosition")),
            Map.entry("getScorecard", List.of("period", "asOf", "minPosition")),
            Map.entry("getAttainment", List.of("period", "asOf", "minPosition", "reportFormat")),
            Map.entry("getStrategyMap", List.of("period", "asOf", "minPosition", "pictureFormat")),
            Map.entry("getArchive", List.of("minPosition")),
            Map.entry("readChanges", List.of("minPosition")),
            Map.entry("getIndicator", List.of("sheetFormat")),
            Map.entry("getOwnIndicator", List.of("sheetFormat", "versions")),
            Map.entry("listImportOutcomes", List.of("outcome", "cursor", "limit")),
            Map.entry("listDeliveries", List.of("cursor", "limit")),
            Map.entry("getSdmxData", SDMX_PARAMETERS),
            Map.entry("getSdmxDataOfVersion", SDMX_PARAMETERS),
            Map.entry("getSdmxDataOfKey", SDMX_PARAMETERS),
            Map.entry("getTemplate", List.of("templateFormat")));

    private static final String CORS_HEADER = "Access-Control-Allow-Origin";
    private static final String CORS_DESCRIPTION = "The origins whose pages may read the response";

    /** The response headers of operations, by the prefix of the operation id. */
    private static final Map<String, Map<String, String>> HEADERS = Map.of(
            "getSdmxData",
            new TreeMap<>(Map.of(
                    CORS_HEADER,
                    CORS_DESCRIPTION,
                    "Bitacora-Prepared",
                    "The time up to which the response includes all entries; the next updatedAfter",
                    "Bitacora-Generation",
                    "The generation of the read models; if it differs from that of the previous"
                            + " response, request all data again",
                    "Bitacora-Status",
                    "catching-up while the projections lack entries that were recorded more than one second"
                            + " ago; absent otherwise")));

    /** The headers of responses that are as of the latest projected position. */
    private static final Map<String, String> CATCHING_UP_HEADERS = new TreeMap<>(Map.of(
            CORS_HEADER,
            CORS_DESCRIPTION,
            "Bitacora-Status",
            "catching-up while the projections lack entries that were recorded more than one second ago; absent"
                    + " otherwise, and if the request pins the moment with asOf",
            "Bitacora-Head",
            "The position of the head of the log; present with Bitacora-Status"));

    private final OperationStatuses operationStatuses;
    private final RequiredMembers requiredMembers;

    /** Creates a filter that reads the classes of the index. */
    public ContractFilter(IndexView index) {
        this.operationStatuses = new OperationStatuses(index);
        this.requiredMembers = new RequiredMembers(index);
    }

    /**
     * Sets the bounds of lists and integers that have no limits of their own: for lists the largest page, for integers
     * the range that JSON parsers represent exactly.
     */
    @Override
    public Schema filterSchema(Schema schema) {
        var types = schema.getType() == null ? List.<SchemaType>of() : schema.getType();
        if (types.contains(SchemaType.ARRAY) && schema.getMaxItems() == null) {
            schema.setMaxItems(MAX_ITEMS);
        }
        if (types.contains(SchemaType.INTEGER)) {
            bound(schema);
        }
        return schema;
    }

    /**
     * Sets the bounds of an integer. The minimum is 0, because positions, versions, counts and statuses are never
     * negative.
     */
    private static void bound(Schema schema) {
        if (schema.getMinimum() == null) {
            schema.setMinimum(BigDecimal.ZERO);
        }
        if (schema.getMaximum() == null) {
            boolean small = "int32".equals(schema.getFormat());
            schema.setMaximum(small ? BigDecimal.valueOf(Integer.MAX_VALUE) : MAX_SAFE_INTEGER);
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        var schemas = requireNonNull(requireNonNull(contract.getComponents()).getSchemas());
        var cloudEvent = requireNonNull(schemas.get("CloudEvent"));
        requireNonNull(requireNonNull(cloudEvent.getProperties()).get("type"))
                .setEnumeration(List.copyOf(EventRegistry.namesOpenToSenders()));
        contract.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(this::complete);
        schemas.forEach(requiredMembers::complete);
        TextLimits.apply(contract);
    }

    private void complete(Operation operation) {
        var responses = operation.getResponses();
        for (var status : operationStatuses.problems(operation)) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().ref(PROBLEM));
        }
        if (operationStatuses.isConditional(operation)) {
            responses.addAPIResponse("304", OASFactory.createAPIResponse().ref(NOT_MODIFIED));
            CATCHING_UP_HEADERS.forEach((name, description) ->
                    requireNonNull(responses.getAPIResponse("200")).addHeader(name, header(description)));
        }
        HEADERS.forEach((of, headers) -> {
            if (operation.getOperationId().startsWith(of)) {
                headers.forEach((name, description) ->
                        operation.getResponses().getAPIResponse("200").addHeader(name, header(description)));
            }
        });
        SHARED_PARAMETERS
                .getOrDefault(operation.getOperationId(), List.of())
                .forEach(name ->
                        operation.addParameter(OASFactory.createParameter().ref(name)));
        if (FILTERED_OPERATIONS.contains(operation.getOperationId())) {
            List.of(FilterField.values()).forEach(filterField -> operation.addParameter(filter(filterField)));
        }
    }

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING).maxLength(100));
    }

    private static Parameter filter(FilterField filterField) {
        return OASFactory.createParameter()
                .name(filterField.word())
                .in(Parameter.In.QUERY)
                .description(description(filterField)
                        + (filterField.isFreeText()
                                ? ". One text, which may contain commas; the parameter may be repeated"
                                : ". Several values are separated by commas, or the parameter is repeated"))
                .schema(OASFactory.createSchema().addType(SchemaType.STRING).maxLength(1_000));
    }

    private static String description(FilterField filterField) {
        return switch (filterField) {
            case COUNTRY ->
                "Selects activities by the countries of their counterparts, for example AR. Where an activity took place"
                        + " is `place`";
            case PLACE ->
                "Selects activities by where they took place: a country (BR), a city in it (BR/Salvador), or a country"
                        + " without a stated city (BR/). The country of the counterparts is `country`";
            case ACTOR_ROLE ->
                "Selects activities by the roles of their actors (`actors[].role`). The role of the territory in an"
                        + " event is `role`";
            case ROLE ->
                "Selects events by the role of the territory: hosted or abroad. The roles of actors are `actorRole`";
            default -> "Selects activities with this " + filterField.word();
        };
    }
}
