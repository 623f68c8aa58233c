package org.bitacora.domain.indicator;

/**
 * What people need to know to use a figure (third AL-LAs cuaderno, 2014, Step 14); a text that nobody wrote is empty.
 *
 * @param measures what it measures
 * @param purpose what for
 * @param information with what information
 * @param formula how it is computed, in words
 * @param owner the role that answers for it
 * @param limits what it does not say
 * @param source where it comes from
 */
public record IndicatorMetadata(
        LocalizedText measures,
        LocalizedText purpose,
        LocalizedText information,
        LocalizedText formula,
        LocalizedText owner,
        LocalizedText limits,
        LocalizedText source) {}
