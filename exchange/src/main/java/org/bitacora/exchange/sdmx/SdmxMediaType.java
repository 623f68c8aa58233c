package org.bitacora.exchange.sdmx;

import java.util.List;

/** The media types of SDMX messages. */
public enum SdmxMediaType {
    JSON(SdmxMediaType.DATA_JSON, "", "json", "application/json"),
    CSV(SdmxMediaType.DATA_CSV, ";charset=UTF-8", "csv", "text/csv"),
    STRUCTURE(SdmxMediaType.STRUCTURE_JSON, "", "json", "application/json");

    static final String DATA_JSON = "application/vnd.sdmx.data+json";
    public static final String DATA_CSV = "application/vnd.sdmx.data+csv";
    static final String STRUCTURE_JSON = "application/vnd.sdmx.structure+json";

    /** The media types of data messages; the first is the default. */
    static final List<SdmxMediaType> OF_DATA = List.of(JSON, CSV);

    /** The media types of structure messages. */
    static final List<SdmxMediaType> OF_STRUCTURE = List.of(STRUCTURE);

    private static final String VERSION = "2.0.0";

    private final String essence;
    private final String more;
    private final String word;
    private final String general;

    SdmxMediaType(String essence, String more, String word, String general) {
        this.essence = essence;
        this.more = more;
        this.word = word;
        this.general = general;
    }

    String contentType() {
        return essence + ";version=" + VERSION + more;
    }

    boolean isJson() {
        return this == JSON;
    }

    /** Returns whether a value of the parameter {@code format} selects this media type. */
    boolean hasFormatName(String name) {
        return name.equals(word) || name.equals(word + "data");
    }

    /**
     * Returns the distance of a media range from this media type: 0 for the type itself, a greater number for a more
     * general range, -1 for another type.
     */
    int distanceTo(String range) {
        var any = general.substring(0, general.indexOf('/')) + "/*";
        return List.of(essence, general, any, "*/*").indexOf(range);
    }

    /**
     * Returns whether a parameter of a media range can be satisfied: its value describes the messages as they are, or
     * the parameter is unknown.
     */
    static boolean acceptsParameter(String parameter) {
        var value = parameter.substring(parameter.indexOf('=') + 1);
        return switch (parameter.substring(0, parameter.length() - value.length())) {
            case "labels=" -> value.equals("id");
            case "timeformat=" -> value.equals("original");
            case "keys=" -> value.equals("none");
            case "version=" -> VersionMatcher.matches(value, VERSION);
            default -> true;
        };
    }
}
