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

    /** Whether this is the media type of a value of the parameter {@code format}. */
    boolean hasFormatName(String name) {
        return name.equals(word) || name.equals(word + "data");
    }

    /**
     * The distance of a media range from this media type: 0 for the type itself, more for more general ranges, -1 for
     * other types.
     */
    int distanceTo(String range) {
        var any = general.substring(0, general.indexOf('/')) + "/*";
        return List.of(essence, general, any, "*/*").indexOf(range);
    }

    /**
     * Whether a parameter of a media range can be satisfied: it requests what the messages contain anyway, or it is
     * unknown.
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
