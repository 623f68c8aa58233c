package org.bitacora.benchmarks.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.bitacora.benchmarks.progress.MeasurementException;

/** Parses JSON responses. */
public final class LoadResponseParser {

    private static final JsonMapper MAPPER = new JsonMapper();

    private LoadResponseParser() {}

    /** Returns the body of a response and checks its status. */
    public static JsonNode parse(LoadResponse loadResponse, int status) {
        if (loadResponse.status() != status) {
            throw new MeasurementException("Unexpected response: " + loadResponse);
        }
        try {
            return MAPPER.readTree(loadResponse.body().toString());
        } catch (JsonProcessingException e) {
            throw new MeasurementException("Unexpected response: " + loadResponse, e);
        }
    }
}
