package org.bitacora.http.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.Locale;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.DefinitionWriter;
import org.bitacora.domain.indicator.LocalizedText;
import org.bitacora.domain.json.CanonicalJson;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A definition, as data: its sheet in the language asked for.
 *
 * @param code its code
 * @param version its version
 * @param name what people call it, in the language asked for
 * @param names the same in every language
 * @param measure how the figure comes about
 * @param date the transition whose date places an activity in a period
 * @param unit what the figure is counted in
 * @param direction which way is better
 * @param level its level of result
 * @param hierarchy which decisions it serves
 * @param frequency how often it is published
 * @param group the family that it belongs to
 * @param measures what it measures
 * @param purpose what for
 * @param information with what information
 * @param formula how it is computed, in words
 * @param owner the role that answers for it
 * @param limits what it does not say
 * @param source where it comes from
 */
@Schema(name = "IndicatorResponse", description = "The definition of an indicator, with its sheet")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IndicatorResponse(
        @Schema(examples = "bahia.actions") String code,
        @Schema(examples = "1") int version,
        @Schema(examples = "Acciones internacionales") String name,
        LocalizedText names,

        @Schema(
                type = SchemaType.OBJECT,
                additionalProperties = Schema.True.class,
                examples = "{\"count\": \"activities\", \"where\": {\"kind\": [\"agreement\"]}}")
        @JsonRawValue
        String measure,

        @Schema(enumeration = {"planned", "formalised", "ended"})
        String date,

        @Schema(examples = "activities") String unit,

        @Schema(enumeration = {"increase", "decrease", "maintain"})
        String direction,

        @Schema(enumeration = {"input", "process", "output", "outcome", "impact"})
        String level,

        @Schema(enumeration = {"strategic", "tactical", "operational"})
        String hierarchy,

        @Schema(enumeration = {"monthly", "quarterly", "half-yearly", "yearly"})
        String frequency,

        @Schema(examples = "bahia") String group,
        @Nullable String measures,
        @Nullable String purpose,
        @Nullable String information,
        @Nullable String formula,
        @Nullable String owner,
        @Nullable String limits,
        @Nullable String source) {

    /** A definition, with its name and its sheet in that language. */
    public static IndicatorResponse of(Definition definition, Locale language) {
        var indicatorMetadata = definition.metadata();
        return new IndicatorResponse(
                definition.code(),
                definition.version(),
                definition.name().forLanguage(language),
                definition.name(),
                CanonicalJson.text(DefinitionWriter.write(definition.measure())),
                definition.dateTransition().word(),
                definition.unit(),
                definition.direction().word(),
                definition.level().word(),
                definition.hierarchy().word(),
                definition.frequency().word(),
                definition.group(),
                text(indicatorMetadata.measures(), language),
                text(indicatorMetadata.purpose(), language),
                text(indicatorMetadata.information(), language),
                text(indicatorMetadata.formula(), language),
                text(indicatorMetadata.owner(), language),
                text(indicatorMetadata.limits(), language),
                text(indicatorMetadata.source(), language));
    }

    private static @Nullable String text(LocalizedText localizedText, Locale language) {
        var text = localizedText.forLanguage(language);
        return text.isEmpty() ? null : text;
    }
}
