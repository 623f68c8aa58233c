package org.bitacora.exchange.sdmx;

import java.util.Locale;
import java.util.stream.Stream;
import org.bitacora.domain.identifier.IndicatorCode;

/**
 * The identifiers of SDMX artefacts. Dots separate the parts of a key, so they become underscores in the codes of
 * indicators.
 */
public final class SdmxIdentifiers {

    static final String ANY = "*";
    static final String AGENCY = "BITACORA";
    static final String VERSION = "1.0.0";
    static final String STRUCTURE = "DSD_OBSERVATIONS";
    static final String CONCEPTS = "CS_OBSERVATIONS";

    public static final String FREQ = "FREQ";
    public static final String AREA = "REF_AREA";
    public static final String INDICATOR = "INDICATOR";
    public static final String TIME = "TIME_PERIOD";
    public static final String VALUE = "OBS_VALUE";
    public static final String STATUS = "OBS_STATUS";
    static final String UNIT = "UNIT_MEASURE";
    public static final String NUMERATOR = "NUMERATOR";
    public static final String DENOMINATOR = "DENOMINATOR";
    public static final String UNPLACED = "UNPLACED";
    public static final String DEFINITION = "DEFINITION_VERSION";
    public static final String POSITION = "LOG_POSITION";

    private SdmxIdentifiers() {}

    /** Returns whether an id matches a list of ids separated by commas. */
    static boolean matchesAny(String id, String ids) {
        return Stream.of(ids.split(",", -1)).anyMatch(it -> it.equals(ANY) || it.equals(id));
    }

    public static String indicatorId(IndicatorCode code) {
        return code.value().replace('.', '_');
    }

    static String dataflowId(String group) {
        return "DF_" + group.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    static String urn(String kind, String id) {
        return "urn:sdmx:org.sdmx.infomodel." + kind + "=" + AGENCY + ":" + id + "(" + VERSION + ")";
    }

    public static String conceptUrn(String id) {
        return urn("conceptscheme.Concept", CONCEPTS) + "." + id;
    }

    static String codelistUrn(String id) {
        return urn("codelist.Codelist", id);
    }

    /** The short reference of an artefact. */
    static String shortReference(String id) {
        return AGENCY + ":" + id + "(" + VERSION + ")";
    }
}
