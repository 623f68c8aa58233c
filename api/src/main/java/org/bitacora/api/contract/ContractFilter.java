package org.bitacora.api.contract;

import java.util.List;
import org.bitacora.domain.indicator.Field;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Adds what all operations of a sort have in common: the problems that they can end with, and the filters. */
public class ContractFilter implements OASFilter {

    private static final String PROBLEM = "#/components/responses/Problem";
    private static final List<String> FILTERED = List.of("listActivities", "observe");
    private static final List<String> READING = List.of("400", "404", "406", "500", "503");
    private static final List<String> WRITING =
            List.of("400", "401", "403", "404", "409", "413", "415", "422", "500", "503");

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        contract.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(ContractFilter::complete);
    }

    private static void complete(Operation operation) {
        boolean open =
                operation.getSecurity() == null || operation.getSecurity().isEmpty();
        for (var status : open ? READING : WRITING) {
            if (!operation.getResponses().hasAPIResponse(status)) {
                operation
                        .getResponses()
                        .addAPIResponse(status, OASFactory.createAPIResponse().ref(PROBLEM));
            }
        }
        if (FILTERED.contains(operation.getOperationId())) {
            List.of(Field.values()).forEach(field -> operation.addParameter(filter(field)));
        }
    }

    private static Parameter filter(Field field) {
        return OASFactory.createParameter()
                .name(field.word())
                .in(Parameter.In.QUERY)
                .description(
                        "Only activities with one of these values of " + field.word() + ", with commas between them")
                .schema(OASFactory.createSchema().addType(SchemaType.STRING).maxLength(1_000));
    }
}
