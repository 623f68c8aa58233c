package org.bitacora.api.sdmx;

import java.util.List;
import java.util.Locale;
import org.bitacora.api.answer.Ask;
import org.bitacora.api.problem.Problem;
import org.bitacora.api.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The media types of SDMX messages that are offered. */
enum Media {
    JSON(Media.DATA_JSON + ";version=2.0.0"),
    CSV(Media.DATA_CSV + ";version=2.0.0;charset=UTF-8");

    static final String DATA_JSON = "application/vnd.sdmx.data+json";
    static final String DATA_CSV = "application/vnd.sdmx.data+csv";
    static final String STRUCTURE_JSON = "application/vnd.sdmx.structure+json";

    private static final List<String> AS_JSON = List.of(DATA_JSON, "application/json", "application/*", "*/*");
    private static final List<String> AS_CSV = List.of(DATA_CSV, "text/csv", "text/*");

    private final String type;

    Media(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    boolean isJson() {
        return this == JSON;
    }

    /** By the parameter {@code format}, else by what is accepted, else JSON. */
    static Media ofData(Ask ask, @Nullable String accept) {
        var named = ask.parameter("format");
        if (named.isPresent()) {
            return switch (named.get()) {
                case "json", "jsondata" -> JSON;
                case "csv", "csvdata" -> CSV;
                default -> throw NotOffered.parameter("format", "json and csv are offered.");
            };
        }
        if (accept == null || accept.isBlank()) {
            return JSON;
        }
        for (var range : accept.split(",", -1)) {
            var parts = range.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*");
            if (AS_JSON.contains(parts[0]) || AS_CSV.contains(parts[0])) {
                check(parts);
                return AS_JSON.contains(parts[0]) ? JSON : CSV;
            }
        }
        throw ProblemException.of(
                Problem.of(406, "not-acceptable", "SDMX-JSON 2.0 and SDMX-CSV 2.0 are offered.", List.of()));
    }

    /** Of the parameters of a media type, what is not the default is not offered. */
    private static void check(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            var part = parts[i].replace("\"", "");
            boolean isOther = (part.startsWith("labels=") && !part.equals("labels=id"))
                    || (part.startsWith("timeformat=") && !part.equals("timeformat=original"))
                    || (part.startsWith("keys=") && !part.equals("keys=none"))
                    || (part.startsWith("version=") && !part.startsWith("version=2.0"));
            if (isOther) {
                throw NotOffered.parameter("Accept", parts[i] + " is not offered.");
            }
        }
    }
}
