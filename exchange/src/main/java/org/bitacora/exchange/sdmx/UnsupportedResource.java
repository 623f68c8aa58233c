package org.bitacora.exchange.sdmx;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.bitacora.domain.refusal.Detail;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** All other resources of the standard: availability, schemas, metadata, items of a scheme. */
@Path("/v1/sdmx")
public class UnsupportedResource {

    /** Refuses the request. */
    @GET
    @Path("{rest:.*}")
    @Operation(hidden = true)
    public Response any() {
        throw UnsupportedProblems.path(
                "rest",
                Detail.of(
                        "Only data/{context}/{agency}/{resource} and structure/{type} are supported; see docs/sdmx.md."));
    }
}
