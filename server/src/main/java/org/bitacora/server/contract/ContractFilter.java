package org.bitacora.server.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
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

/**
 * Adds what all operations of a sort have in common, the problems that they can end with and the filters, and the types of
 * the vocabulary.
 */
public class ContractFilter implements OASFilter {

    private static final String PROBLEM = "#/components/responses/Problem";
    private static final int MAX_TEXT_LENGTH = 1_048_576;
    private static final int LARGEST_FILE = 67_108_864;
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
            Map.entry("getActivityMap", List.of("period", "asOf", "minPosition", "reportFormat")),
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
            Map.entry("getIndicator", List.of("sheetFormat")),
            Map.entry("getOwnIndicator", List.of("sheetFormat", "versions")),
            Map.entry("listImportOutcomes", List.of("outcome", "cursor", "limit")),
            Map.entry("listDeliveries", List.of("cursor", "limit")),
            Map.entry("getSdmxData", SDMX_PARAMETERS),
            Map.entry("getSdmxDataOfVersion", SDMX_PARAMETERS),
            Map.entry("getSdmxDataOfKey", SDMX_PARAMETERS),
            Map.entry("getTemplate", List.of("templateFormat")));

    /** The response headers of operations, by the prefix of the operation id. */
    private static final Map<String, Map<String, String>> HEADERS = Map.of(
            "getSdmxData",
            Map.of(
                    "Access-Control-Allow-Origin", "Pages of any origin may read",
                    "Bitacora-Prepared",
                            "Everything that was recorded up to then is in the answer: the next updatedAfter",
                    "Bitacora-Generation", "Of the read models; where it is another than before, harvest anew"));

    private static final List<String> READ_STATUSES = List.of("400", "404", "406", "500", "503");
    private static final List<String> WRITE_STATUSES =
            List.of("400", "401", "403", "404", "409", "413", "415", "422", "500", "503");

    /** Sets default bounds where a schema has none: the maximum body size, page size and exact JSON integer. */
    @Override
    public Schema filterSchema(Schema schema) {
        var types = schema.getType() == null ? List.<SchemaType>of() : schema.getType();
        if (types.contains(SchemaType.STRING) && schema.getMaxLength() == null && schema.getEnumeration() == null) {
            schema.setMaxLength("binary".equals(schema.getFormat()) ? LARGEST_FILE : MAX_TEXT_LENGTH);
        }
        if (types.contains(SchemaType.ARRAY) && schema.getMaxItems() == null) {
            schema.setMaxItems(MAX_ITEMS);
        }
        if (types.contains(SchemaType.INTEGER)) {
            bound(schema);
        }
        return schema;
    }

    /** Bounds an integer. Positions, versions, counts and statuses are never negative. */
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
        contract.getComponents()
                .getSchemas()
                .get("CloudEvent")
                .getProperties()
                .get("type")
                .setEnumeration(List.copyOf(EventRegistry.namesOpenToSenders()));
        contract.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(ContractFilter::complete);
    }

    private static void complete(Operation operation) {
        boolean open =
                operation.getSecurity() == null || operation.getSecurity().isEmpty();
        for (var status : open ? READ_STATUSES : WRITE_STATUSES) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().ref(PROBLEM));
        }
        if (operation.getOperationId().startsWith("getSdmx")) {
            operation
                    .getResponses()
                    .addAPIResponse("501", OASFactory.createAPIResponse().ref(PROBLEM));
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
                .description("Only activities with one of these values of " + filterField.word()
                        + ", with commas between them")
                .schema(OASFactory.createSchema().addType(SchemaType.STRING).maxLength(1_000));
    }
}
