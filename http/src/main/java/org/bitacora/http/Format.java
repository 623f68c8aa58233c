package org.bitacora.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /**
     * Returns the format that a request selects among the offered ones; throws a problem 400 or 406 if it is not
     * offered.
     */
    public static Format negotiate(ReadRequest readRequest, List<Format> offered) {
        return negotiate(
                readRequest.parameter("format"), readRequest.header("Accept").orElse(null), offered);
    }

    /**
     * Returns one of the offered formats: the named one, otherwise the one that {@code Accept} prefers, otherwise the
     * first.
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
        return AcceptHeader.parse(accept)
                .preferred(offered.stream().map(it -> it.essence).toList())
                .flatMap(essence -> offered.stream()
                        .filter(it -> it.essence.equals(essence))
                        .findFirst())
                .orElseThrow(() -> ProblemException.of(Problem.of(
                        406,
                        "not-acceptable",
                        Detail.of(
                                "Accept matches none of the formats {0}.",
                                offered.stream().map(Format::word).toList()),
                        List.of())));
    }
}
