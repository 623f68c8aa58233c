package org.bitacora.api.indicator;

import java.util.List;
import org.bitacora.api.indicator.ObservationsResponse.ObservationResponse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The observations of an indicator for one of several territories.
 *
 * @param territory the code of the territory
 * @param indicator the definition
 * @param position the position of the log that the values are as of
 * @param observations one observation for each requested period
 */
@Schema(description = "The observations of an indicator for one of several territories")
public record TerritoryObservations(
        @Schema(examples = "br-ba") String territory,
        ObservationsResponse.ObservedIndicator indicator,
        @Schema(examples = "463") long position,
        List<ObservationResponse> observations) {}
