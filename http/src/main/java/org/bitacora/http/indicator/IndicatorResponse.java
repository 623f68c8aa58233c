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
 * The definition of an indicator with its sheet, in the requested language.
 *
 * @param code the code of the indicator
 * @param version the version of the definition
 * @param name the name in the requested language
 * @param names the name in every language
 * @param measure how the value is computed
 * @param date the transition whose date assigns an activity to a period
 * @param unit the unit of the value
 * @param direction whether higher or lower values are better
 * @param level the level of result
 * @param hierarchy the level of decisions that the indicator supports
 * @param frequency how often the indicator is published
 * @param group the group of indicators that it belongs to
 * @param measures what the indicator measures
 * @param purpose the purpose of the indicator
 * @param information the information that it is based on
 * @param formula the formula in words
 * @param owner the role that is responsible for the indicator
 * @param limits the limits of its interpretation
 * @param source the origin of the definition
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

    /** Returns the definition with its name and its sheet in the language. */
    public static IndicatorResponse of(Definition definition, Locale language) {
        var indicatorMetadata = definition.metadata();
        return new IndicatorResponse(
                definition.code().value(),
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
