package org.bitacora.api.indicator;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.bitacora.application.indicator.IndicatorQuery;
import org.bitacora.application.indicator.ObservationService;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.Representation;

/** Renders the observations of an indicator as JSON, CSV, JSON-stat or a workbook. */
@Singleton
public class ObservationRenderer {

    private final ObservationService observationService;
    private final ObservationFormatWriter observationFormatWriter;

    ObservationRenderer(ObservationService observationService, ObservationFormatWriter observationFormatWriter) {
        this.observationService = observationService;
        this.observationFormatWriter = observationFormatWriter;
    }

    /** Renders the observations of a query, with the links and in the language of a request. */
    public Uni<Representation> render(
            ReadRequest readRequest,
            IndicatorQuery indicatorQuery,
            ConditionalResponder.ResponseContext responseContext) {
        return observationService
                .prepare(indicatorQuery, responseContext.reached())
                .flatMap(indicatorQuestions -> observationService
                        .observe(indicatorQuestions.questions(), indicatorQuery.scope(), responseContext.reached())
                        .map(observationSet -> observationFormatWriter.render(
                                readRequest,
                                List.of(new ObservationMapper(readRequest)
                                        .toResponse(observationSet, indicatorQuestions.known())),
                                responseContext.format())));
    }
}
