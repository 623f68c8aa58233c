package org.bitacora.api.catalog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the columns of a table are (CSV on the Web, W3C 2015). */
public final class Csvw {

    /** The media type of metadata. */
    public static final String MEDIA_TYPE = "application/csvm+json";

    private static final Set<String> NUMBERS =
            Set.of("OBS_VALUE", "NUMERATOR", "DENOMINATOR", "value", "numerator", "denominator", "share");
    private static final Set<String> INTEGERS =
            Set.of("UNPLACED", "DEFINITION_VERSION", "LOG_POSITION", "unplaced", "version", "position");
    private static final Set<String> MOMENTS = Set.of("VALID_FROM", "VALID_TO");

    private Csvw() {}

    /** Where the metadata of a table are, from the root. */
    public static String path(String table) {
        return "/v1/csvw?of=" + URLEncoder.encode(table, StandardCharsets.UTF_8);
    }

    /** The {@code Link} of a table to its metadata. */
    public static String link(String table) {
        return "<" + path(table) + ">; rel=\"describedby\"; type=\"" + MEDIA_TYPE + "\"";
    }

    /** The metadata of a table with those columns. */
    public static Map<String, Object> metadata(String url, List<String> names, String license) {
        var columns = new ArrayList<Map<String, Object>>();
        names.forEach(it -> columns.add(column(it)));
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("@context", "http://www.w3.org/ns/csvw");
        metadata.put("url", url);
        metadata.put("dc:license", Map.of("@id", license));
        metadata.put(
                "dialect",
                Map.of("encoding", "utf-8", "delimiter", ",", "header", true, "lineTerminators", List.of("\r\n")));
        metadata.put("tableSchema", Map.of("columns", columns));
        return metadata;
    }

    private static Map<String, Object> column(String name) {
        Map<String, Object> column = new LinkedHashMap<>();
        column.put("name", name);
        column.put("titles", name);
        column.put("datatype", datatype(name));
        return column;
    }

    private static String datatype(String name) {
        if (NUMBERS.contains(name)) {
            return "decimal";
        }
        if (INTEGERS.contains(name)) {
            return "integer";
        }
        return MOMENTS.contains(name) ? "dateTime" : "string";
    }
}
