package org.bitacora.api.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bitacora.api.indicator.ObservationsShown.BreakdownShown;
import org.bitacora.api.indicator.ObservationsShown.One;
import org.bitacora.api.indicator.ObservationsShown.PartShown;
import org.bitacora.application.indicator.ObservationRow;
import org.jspecify.annotations.Nullable;

/** Observations as the rows of a table: a row for each value, and one for each part of it. */
final class ObservationRows {

    private final ObservationsShown of;
    private final List<ObservationRow> rows = new ArrayList<>();

    private ObservationRows(ObservationsShown of) {
        this.of = of;
    }

    static List<ObservationRow> of(List<ObservationsShown> shown) {
        return shown.stream()
                .flatMap(it -> new ObservationRows(it).all().stream())
                .toList();
    }

    private List<ObservationRow> all() {
        for (var one : of.observations()) {
            whole(one);
            var breakdown = one.breakdown();
            if (breakdown != null) {
                breakdown.parts().forEach(part -> part(one, breakdown, part));
            }
        }
        return rows;
    }

    private void whole(One one) {
        rows.add(new ObservationRow(
                of.territory(),
                of.indicator().code(),
                version(one),
                one.period(),
                "",
                "",
                "",
                "",
                "",
                one.value(),
                of.indicator().unit(),
                null,
                one.numerator(),
                one.denominator(),
                one.status(),
                text(one.reason()),
                missing(one),
                one.unplaced(),
                of.asOf().position()));
    }

    private void part(One one, BreakdownShown breakdown, PartShown part) {
        rows.add(new ObservationRow(
                of.territory(),
                of.indicator().code(),
                version(one),
                one.period(),
                breakdown.by(),
                part.member(),
                part.label(),
                text(part.member2()),
                text(part.label2()),
                part.value(),
                of.indicator().unit(),
                part.share(),
                part.numerator(),
                part.denominator(),
                one.status(),
                text(part.reason()),
                missing(one),
                one.unplaced(),
                of.asOf().position()));
    }

    private int version(One one) {
        return Optional.ofNullable(one.version()).orElse(of.indicator().version());
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static List<String> missing(One one) {
        return Objects.requireNonNullElse(one.missing(), List.of());
    }
}
