package org.bitacora.projections.indicator;

import java.time.Instant;

/**
 * A version of a territory's own definition, as it is kept.
 *
 * @param territory whose
 * @param code its code
 * @param version its number
 * @param position of the entry that defined it
 * @param recordedAt when that was recorded
 * @param definition as JSON
 */
public record DefinitionVersion(
        String territory, String code, int version, long position, Instant recordedAt, String definition) {

    /** The subject of the events that define that one. */
    public static String subject(String territory, String code) {
        return territory + "/indicators/" + code;
    }
}
