package org.bitacora.exchange.catalog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Metadata of CSV tables: columns and datatypes (CSV on the Web, W3C 2015). */
public final class CsvwMetadata {

    /** The media type of the metadata. */
    public static final String MEDIA_TYPE = "application/csvm+json";

    private static final Set<String> NUMBERS = Set.of(
            "OBS_VALUE",
            "NUMERATOR",
            "DENOMINATOR",
            "value",
            "oldValue",
            "numerator",
            "denominator",
            "share",
            "target",
            "attainment",
            "progress",
            "pace",
            "gap");
    private static final Set<String> INTEGERS = Set.of(
            "UNPLACED",
            "DEFINITION_VERSION",
            "LOG_POSITION",
            "unplaced",
            "version",
            "position",
            "knownFrom",
            "percent");
    private static final Set<String> MOMENTS = Set.of("VALID_FROM", "VALID_TO", "recordedAt", "time");
    private static final Set<String> DAYS = Set.of("formalisedFrom", "formalisedTo");
    private static final Pattern WITH_COMMAS = Pattern.compile(".*[?&]dialect=es(&.*)?");

    private CsvwMetadata() {}

    /** The root-relative address of the metadata of a table. */
    static String metadataPath(String table) {
        return "/v1/csvw?of=" + URLEncoder.encode(table, StandardCharsets.UTF_8);
    }

    /** The value of the {@code Link} header from a table to its metadata. */
    static String linkHeader(String table) {
        return "<" + metadataPath(table) + ">; rel=\"describedby\"; type=\"" + MEDIA_TYPE + "\"";
    }

    /**
     * The metadata of a table with these columns. The order of the members is fixed, because archives contain a digest
     * of the metadata.
     */
    public static Map<String, Object> metadata(String url, List<String> names, String license) {
        boolean hasCommas = WITH_COMMAS.matcher(url).matches();
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("@context", "http://www.w3.org/ns/csvw");
        metadata.put("url", url);
        metadata.put("dc:license", Map.of("@id", license));
        metadata.put("dialect", dialect(hasCommas ? ";" : ","));
        metadata.put(
                "tableSchema",
                Map.of(
                        "columns",
                        names.stream().map(it -> column(it, hasCommas)).toList()));
        return metadata;
    }

    private static Map<String, Object> dialect(String delimiter) {
        Map<String, Object> dialect = new LinkedHashMap<>();
        dialect.put("encoding", "utf-8");
        dialect.put("delimiter", delimiter);
        dialect.put("header", true);
        dialect.put("lineTerminators", List.of("\r\n"));
        return dialect;
    }

    private static Map<String, Object> column(String name, boolean hasCommas) {
        Map<String, Object> column = new LinkedHashMap<>();
        column.put("name", name);
        column.put("titles", name);
        column.put("datatype", datatype(name, hasCommas));
        return column;
    }

    private static Object datatype(String name, boolean hasCommas) {
        if (NUMBERS.contains(name)) {
            return hasCommas ? withCommas() : "decimal";
        }
        if (INTEGERS.contains(name)) {
            return "integer";
        }
        if (DAYS.contains(name)) {
            return "date";
        }
        return MOMENTS.contains(name) ? "dateTime" : "string";
    }

    private static Map<String, Object> withCommas() {
        Map<String, Object> decimal = new LinkedHashMap<>();
        decimal.put("base", "decimal");
        decimal.put("format", Map.of("decimalChar", ","));
        return decimal;
    }
}
