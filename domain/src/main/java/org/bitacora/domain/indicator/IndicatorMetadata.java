package org.bitacora.domain.indicator;

/**
 * The documentation for users of an indicator (third AL-LAs cuaderno, 2014, Step 14). Missing texts are empty.
 *
 * @param measures what the indicator measures
 * @param purpose the purpose of the indicator
 * @param information the information that it is based on
 * @param formula the computation, in words
 * @param owner the role responsible for the indicator
 * @param limits the limits of its interpretation
 * @param source the origin of the indicator
 */
public record IndicatorMetadata(
        LocalizedText measures,
        LocalizedText purpose,
        LocalizedText information,
        LocalizedText formula,
        LocalizedText owner,
        LocalizedText limits,
        LocalizedText source) {}
