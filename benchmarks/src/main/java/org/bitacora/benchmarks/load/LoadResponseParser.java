package org.bitacora.benchmarks.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.bitacora.benchmarks.progress.MeasurementException;

/** What answers say. */
public final class LoadResponseParser {

    private static final JsonMapper MAPPER = new JsonMapper();

    private LoadResponseParser() {}

    /** The body of an answer of that status. */
    public static JsonNode parse(LoadResponse loadResponse, int status) {
        if (loadResponse.status() != status) {
            throw new MeasurementException("The application answered " + loadResponse);
        }
        try {
            return MAPPER.readTree(loadResponse.body().toString());
        } catch (JsonProcessingException e) {
            throw new MeasurementException("The application answered " + loadResponse, e);
        }
    }
}
