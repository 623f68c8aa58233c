package org.bitacora.exchange.sdmx;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whatever else the standard has: of availability, schemas, metadata, items of a scheme. */
@Path("/v1/sdmx")
public class UnsupportedResource {

    /** Says that it is not offered. */
    @GET
    @Path("{rest:.*}")
    @Operation(hidden = true)
    public Response any() {
        throw UnsupportedProblems.path(
                "rest", "data/{context}/{agency}/{resource} and structure/{type} are offered, see docs/sdmx.md.");
    }
}
