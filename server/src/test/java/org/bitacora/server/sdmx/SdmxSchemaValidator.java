package org.bitacora.server.sdmx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.Set;

/**
 * Validates messages against SDMX-JSON 2.0.0 as defined by its published schemas, for the members that are used here
 * (github.com/sdmx-twg/sdmx-json, data-message and structure-message). No other members are allowed.
 */
final class SdmxSchemaValidator {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema DATA = schema("/sdmx/data-message.json");
    private static final JsonSchema STRUCTURE = schema("/sdmx/structure-message.json");

    private SdmxSchemaValidator() {}

    private static JsonSchema schema(String name) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(
                        SdmxSchemaValidator.class.getResourceAsStream(name),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }

    static Set<ValidationMessage> faultsOfData(String message) {
        return faults(DATA, message);
    }

    static Set<ValidationMessage> faultsOfStructure(String message) {
        return faults(STRUCTURE, message);
    }

    private static Set<ValidationMessage> faults(JsonSchema schema, String message) {
        try {
            return schema.validate(JSON.readTree(message));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
