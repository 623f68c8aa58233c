package org.bitacora.api.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bitacora.api.indicator.ObservationsResponse.BreakdownPartResponse;
import org.bitacora.api.indicator.ObservationsResponse.BreakdownResponse;
import org.bitacora.api.indicator.ObservationsResponse.FurtherMember;
import org.bitacora.api.indicator.ObservationsResponse.ObservationResponse;
import org.bitacora.application.indicator.ObservationRow;
import org.jspecify.annotations.Nullable;

/** Maps observations to table rows: one for each value, and one for each part of its breakdown. */
final class ObservationRowMapper {

    private final ObservationsResponse source;
    private final List<ObservationRow> rows = new ArrayList<>();

    private ObservationRowMapper(ObservationsResponse of) {
        this.source = of;
    }

    static List<ObservationRow> toRows(List<ObservationsResponse> shown) {
        return shown.stream()
                .flatMap(it -> new ObservationRowMapper(it).rows().stream())
                .toList();
    }

    private List<ObservationRow> rows() {
        for (var observationResponse : source.observations()) {
            addTotal(observationResponse);
            var breakdown = observationResponse.breakdown();
            if (breakdown != null) {
                breakdown.parts().forEach(part -> addPart(observationResponse, breakdown, part));
            }
        }
        return rows;
    }

    private void addTotal(ObservationResponse observationResponse) {
        rows.add(new ObservationRow(
                source.territory(),
                source.indicator().code(),
                version(observationResponse),
                observationResponse.period(),
                "",
                "",
                "",
                "",
                "",
                observationResponse.value(),
                source.indicator().unit(),
                null,
                observationResponse.numerator(),
                observationResponse.denominator(),
                observationResponse.status(),
                text(observationResponse.reason()),
                missing(observationResponse),
                observationResponse.unplaced(),
                source.asOf().position()));
    }

    private void addPart(
            ObservationResponse observationResponse, BreakdownResponse breakdown, BreakdownPartResponse part) {
        var further = part.further().stream().findFirst();
        rows.add(new ObservationRow(
                source.territory(),
                source.indicator().code(),
                version(observationResponse),
                observationResponse.period(),
                breakdown.by(),
                part.member(),
                part.label(),
                further.map(FurtherMember::member).orElse(""),
                further.map(FurtherMember::label).orElse(""),
                part.value(),
                source.indicator().unit(),
                part.share(),
                part.numerator(),
                part.denominator(),
                observationResponse.status(),
                text(part.reason()),
                missing(observationResponse),
                observationResponse.unplaced(),
                source.asOf().position()));
    }

    private int version(ObservationResponse observationResponse) {
        return Optional.ofNullable(observationResponse.version())
                .orElse(source.indicator().version());
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static List<String> missing(ObservationResponse observationResponse) {
        return Objects.requireNonNullElse(observationResponse.missing(), List.of());
    }
}
