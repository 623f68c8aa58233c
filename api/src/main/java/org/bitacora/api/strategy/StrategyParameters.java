package org.bitacora.api.strategy;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.bitacora.application.access.Caller;
import org.bitacora.application.strategy.StrategyService;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which strategy a request revises, with which key, and which version of it. */
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

    @Parameter(description = "The tag of the version that is revised; another one is refused")
    @HeaderParam(HttpHeaders.IF_MATCH)
    @Nullable
    String ifMatch;

    /** The same, by whoever has the key. */
    StrategyService.StrategyRevisionContext toContext(Caller caller) {
        return new StrategyService.StrategyRevisionContext(
                caller, territory, strategy, StrategyVersionTag.expectedVersion(ifMatch, strategy));
    }
}
