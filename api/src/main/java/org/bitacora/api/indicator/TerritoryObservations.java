package org.bitacora.api.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.bitacora.api.indicator.ObservationsResponse.ObservationResponse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The observations of an indicator for one of several territories.
 *
 * @param territory the code of the territory
 * @param indicator the definition
 * @param position the position of the log that the values are as of
 * @param head the position of the head of the log while the projections are catching up with it; null otherwise
 * @param observations one observation for each requested period
 */
@Schema(description = "The observations of an indicator for one of several territories")
public record TerritoryObservations(
        @Schema(examples = "br-ba") String territory,
        ObservationsResponse.ObservedIndicator indicator,
        @Schema(examples = "463") long position,

        @Schema(
                examples = "466",
                description =
                        "The position of the head of the log while the projections are catching up with it; absent"
                                + " otherwise")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Long head,

        List<ObservationResponse> observations) {}
