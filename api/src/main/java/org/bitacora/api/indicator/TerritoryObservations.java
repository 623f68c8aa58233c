package org.bitacora.api.indicator;

import java.util.List;
import org.bitacora.api.indicator.ObservationsResponse.ObservationResponse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The observations of an indicator for one of several territories.
 *
 * @param territory whose
 * @param indicator of which definition
 * @param position up to which its log was taken into account
 * @param observations one for each period asked for
 */
@Schema(description = "The observations of an indicator for one of several territories")
public record TerritoryObservations(
        @Schema(examples = "br-ba") String territory,
        ObservationsResponse.ObservedIndicator indicator,
        @Schema(examples = "463") long position,
        List<ObservationResponse> observations) {}
