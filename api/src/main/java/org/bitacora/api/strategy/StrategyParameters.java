package org.bitacora.api.strategy;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.bitacora.application.access.Caller;
import org.bitacora.application.strategy.StrategyService;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of requests that revise a strategy: the strategy, the key, and the expected version. */
public class StrategyParameters {

    @Parameter(description = "The code of the territory", example = "br-belo-horizonte")
    @PathParam("t")
    String territory = "";

    @Parameter(description = "The code of the strategy", example = "ppag-2014")
    @PathParam("s")
    String strategy = "";

    @Parameter(hidden = true)
    @HeaderParam(HttpHeaders.AUTHORIZATION)
    @Nullable
    String authorization;

    @Parameter(
            description = "The entity tag of the version to revise, from the ETag header of an earlier"
                    + " response, or * for any existing version; if the current version does not match, the"
                    + " request is refused (412)")
    @HeaderParam(HttpHeaders.IF_MATCH)
    @Nullable
    String ifMatch;

    /** Returns the context of the revision by a caller. */
    StrategyService.StrategyRevisionContext toContext(Caller caller) {
        return new StrategyService.StrategyRevisionContext(
                caller, territory, strategy, StrategyVersionTag.expectedVersion(ifMatch, strategy));
    }
}
