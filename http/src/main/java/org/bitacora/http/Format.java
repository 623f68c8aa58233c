package org.bitacora.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.Problem;
import org.bitacora.application.request.ProblemException;
import org.jspecify.annotations.Nullable;

/** The formats of answers. */
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

    /** The media type, with the charset where it has one. */
    public String mediaType() {
        return essence.startsWith("text/") ? essence + ";charset=UTF-8" : essence;
    }

    /** The word of the parameter {@code format}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The format among those offered that a request asks for; a problem 400 or 406 where it is not offered. */
    public static Format negotiate(Ask ask, List<Format> offered) {
        return chosen(ask.parameter("format"), ask.header("Accept").orElse(null), offered);
    }

    /** The one among those offered that is asked for: by name, else by {@code Accept}, else the first. */
    public static Format chosen(Optional<String> named, @Nullable String accept, List<Format> offered) {
        if (named.isPresent()) {
            return offered.stream()
                    .filter(it -> it.word().equals(named.get()))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.parameter(
                            "format",
                            "One of " + offered.stream().map(Format::word).toList() + " is wanted."));
        }
        if (accept == null || accept.isBlank()) {
            return offered.getFirst();
        }
        return ranges(accept)
                .flatMap(range -> offered.stream().filter(range::covers).limit(1))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        Problem.of(406, "not-acceptable", "None of the formats that you accept.", List.of())));
    }

    private record Range(String essence, double quality) {
        static Range of(String text) {
            var parts = text.split(";");
            var quality = Arrays.stream(parts)
                    .map(String::strip)
                    .filter(part -> part.startsWith("q="))
                    .findFirst();
            return new Range(parts[0].strip().toLowerCase(Locale.ROOT), number(quality.map(it -> it.substring(2))));
        }

        private static double number(Optional<String> text) {
            try {
                return text.map(Double::parseDouble).orElse(1.0);
            } catch (NumberFormatException _) {
                return 0;
            }
        }

        boolean covers(Format format) {
            return essence.equals("*/*")
                    || essence.equals(format.essence)
                    || (essence.endsWith("/*")
                            && format.essence.startsWith(essence.substring(0, essence.length() - 1)));
        }
    }

    private static Stream<Range> ranges(String accept) {
        return Arrays.stream(accept.split(","))
                .map(Range::of)
                .filter(range -> range.quality() > 0)
                .sorted(Comparator.comparingDouble(Range::quality).reversed());
    }
}
