package org.bitacora.api.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bitacora.api.indicator.ObservationsShown.BreakdownShown;
import org.bitacora.api.indicator.ObservationsShown.One;
import org.bitacora.api.indicator.ObservationsShown.PartShown;
import org.jspecify.annotations.Nullable;

/** Observations as the rows of a table: a row for each value, and one for each part of it. Cells are texts or numbers. */
final class ObservationRows {

    static final List<String> COLUMNS = List.of(
            "territory",
            "indicator",
            "version",
            "period",
            "by",
            "member",
            "label",
            "member2",
            "label2",
            "value",
            "unit",
            "share",
            "numerator",
            "denominator",
            "status",
            "reason",
            "missing",
            "unplaced",
            "position");

    private final ObservationsShown of;
    private final List<List<Object>> rows = new ArrayList<>();

    private ObservationRows(ObservationsShown of) {
        this.of = of;
    }

    static List<List<Object>> of(List<ObservationsShown> shown) {
        return shown.stream()
                .flatMap(it -> new ObservationRows(it).all().stream())
                .toList();
    }

    static String text(Object cell) {
        return cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
    }

    private List<List<Object>> all() {
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
        add(one, "", "", "", "", "", one.value(), null, one.numerator(), one.denominator(), one.reason());
    }

    private void part(One one, BreakdownShown breakdown, PartShown part) {
        add(
                one,
                breakdown.by(),
                part.member(),
                part.label(),
                part.member2(),
                part.label2(),
                part.value(),
                part.share(),
                part.numerator(),
                part.denominator(),
                part.reason());
    }

    private void add(One one, @Nullable Object... cells) {
        var missing = one.missing();
        var row = new ArrayList<@Nullable Object>(List.of(
                of.territory(),
                of.indicator().code(),
                one.version() == null ? of.indicator().version() : one.version(),
                one.period()));
        row.addAll(Arrays.asList(cells).subList(0, 6));
        row.add(of.indicator().unit());
        row.addAll(Arrays.asList(cells).subList(6, 9));
        row.add(one.status());
        row.add(cells[9]);
        row.add(missing == null ? "" : String.join(" ", missing));
        row.add(one.unplaced());
        row.add(of.asOf().position());
        rows.add(row.stream().<Object>map(it -> it == null ? "" : it).toList());
    }
}
