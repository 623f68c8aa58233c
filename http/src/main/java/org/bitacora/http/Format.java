package org.bitacora.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The formats of responses. */
public enum Format {
    JSON("application/json"),
    NDJSON("application/x-ndjson"),
    CSV("text/csv"),
    HTML("text/html"),
    SVG("image/svg+xml"),
    JSON_STAT("application/vnd.json-stat+json"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String essence;

    Format(String essence) {
        this.essence = essence;
    }

    /** Returns the media type, with the charset if it has one. */
    public String mediaType() {
        return essence.startsWith("text/") ? essence + ";charset=UTF-8" : essence;
    }

    /** Returns the value of the parameter {@code format} that selects this format. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the format that a request selects among the offered ones; a problem 400 or 406 if it is not offered. */
    public static Format negotiate(ReadRequest readRequest, List<Format> offered) {
        return negotiate(
                readRequest.parameter("format"), readRequest.header("Accept").orElse(null), offered);
    }

    /**
     * Returns the selected format among the offered ones: by name, otherwise by {@code Accept}, otherwise the first.
     */
    public static Format negotiate(Optional<String> named, @Nullable String accept, List<Format> offered) {
        if (named.isPresent()) {
            return offered.stream()
                    .filter(it -> it.word().equals(named.get()))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.invalidParameter(
                            "format",
                            Detail.of(
                                    "Unknown format. Expected one of {0}.",
                                    offered.stream().map(Format::word).toList())));
        }
        if (accept == null || accept.isBlank()) {
            return offered.getFirst();
        }
        return parseAccept(accept)
                .flatMap(mediaRange ->
                        offered.stream().filter(mediaRange::matches).limit(1))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(Problem.of(
                        406,
                        "not-acceptable",
                        Detail.of(
                                "Accept matches none of the formats {0}.",
                                offered.stream().map(Format::word).toList()),
                        List.of())));
    }

    private record MediaRange(String essence, double quality) {
        static MediaRange parse(String text) {
            var parts = text.split(";");
            var quality = Arrays.stream(parts)
                    .map(String::strip)
                    .filter(part -> part.startsWith("q="))
                    .findFirst();
            return new MediaRange(
                    parts[0].strip().toLowerCase(Locale.ROOT), parseQuality(quality.map(it -> it.substring(2))));
        }

        private static double parseQuality(Optional<String> text) {
            try {
                return text.map(Double::parseDouble).orElse(1.0);
            } catch (NumberFormatException _) {
                return 0;
            }
        }

        boolean matches(Format format) {
            return essence.equals("*/*")
                    || essence.equals(format.essence)
                    || (essence.endsWith("/*")
                            && format.essence.startsWith(essence.substring(0, essence.length() - 1)));
        }
    }

    private static Stream<MediaRange> parseAccept(String accept) {
        return Arrays.stream(accept.split(","))
                .map(MediaRange::parse)
                .filter(mediaRange -> mediaRange.quality() > 0)
                .sorted(Comparator.comparingDouble(MediaRange::quality).reversed());
    }
}
