package org.bitacora.projections.indicator;

import java.time.Instant;

/**
 * A stored version of a territory's own definition.
 *
 * @param territory the territory of the definition
 * @param code the code of the indicator
 * @param version the number of the version, starting at 1
 * @param position the position of the entry that contains the definition
 * @param recordedAt when that entry was recorded
 * @param definition the definition as JSON text
 */
public record DefinitionVersion(
        String territory, String code, int version, long position, Instant recordedAt, String definition) {}
