package org.bitacora.api.indicator;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.Names;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A definition, as data.
 *
 * @param code its code
 * @param version its version
 * @param name what people call it, in the language asked for
 * @param names the same in every language
 * @param measure how the figure follows from activities
 * @param date the transition whose date places an activity in a period
 * @param unit what the figure counts
 * @param direction which way is better
 * @param level its level of result
 * @param hierarchy strategic, tactical or operational
 * @param group the family that it belongs to
 * @param purpose what it measures and what for, in the language asked for
 */
@Schema(name = "Indicator", description = "The definition of an indicator")
public record IndicatorShown(
        @Schema(examples = "bahia.actions") String code,
        @Schema(examples = "1") int version,
        @Schema(examples = "Acciones internacionales") String name,
        Names names,

        @Schema(
                type = SchemaType.OBJECT,
                additionalProperties = Schema.True.class,
                examples = "{\"count\": \"activities\", \"where\": {\"kind\": [\"agreement\"]}}")
        Map<String, Object> measure,

        @Schema(enumeration = {"planned", "formalised", "ended"})
        String date,

        @Schema(examples = "activities") String unit,

        @Schema(enumeration = {"increase", "decrease", "maintain"})
        String direction,

        @Schema(enumeration = {"input", "process", "output", "outcome", "impact"})
        String level,

        @Schema(enumeration = {"strategic", "tactical", "operational"})
        String hierarchy,

        @Schema(examples = "bahia") String group,
        String purpose) {

    static IndicatorShown of(Definition definition, Locale language) {
        return new IndicatorShown(
                definition.code(),
                definition.version(),
                definition.name().in(language),
                definition.name(),
                measure(definition.measure()),
                definition.date().word(),
                definition.unit(),
                definition.direction().name().toLowerCase(Locale.ROOT),
                definition.level(),
                definition.hierarchy(),
                definition.group(),
                definition.purpose().in(language));
    }

    private static Map<String, Object> measure(Measure measure) {
        Map<String, Object> shown = new LinkedHashMap<>();
        switch (measure) {
            case Measure.CountActivities _ -> shown.put("count", "activities");
            case Measure.SumQuantity sum -> shown.put("sum", sum.quantity());
        }
        var where = where(measure.where());
        if (!where.isEmpty()) {
            shown.put("where", where);
        }
        return shown;
    }

    private static Map<String, Collection<String>> where(Filter filter) {
        Map<String, Collection<String>> where = new LinkedHashMap<>();
        filter.where().forEach((field, values) -> where.put(field.word(), values));
        return where;
    }
}
