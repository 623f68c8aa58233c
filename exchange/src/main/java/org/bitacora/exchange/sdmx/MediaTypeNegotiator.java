package org.bitacora.exchange.sdmx;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Negotiates the media type of a response (RFC 9110, section 12.5.1). For each available media type the most specific
 * range of the header Accept applies; among equal qualities the range that comes first wins.
 */
final class MediaTypeNegotiator {

    private MediaTypeNegotiator() {}

    /**
     * Returns the media type of the parameter {@code format}, otherwise the one that the header Accept prefers,
     * otherwise the first.
     */
    static SdmxMediaType negotiate(ReadRequest readRequest, @Nullable String accept, List<SdmxMediaType> offered) {
        var named = readRequest.parameter("format");
        if (named.isPresent()) {
            return offered.stream()
                    .filter(it -> it.hasFormatName(named.get()))
                    .findFirst()
                    .orElseThrow(() ->
                            UnsupportedProblems.parameter("format", Detail.of("`{0}` is not supported.", named.get())));
        }
        return accept == null || accept.isBlank() ? offered.getFirst() : accepted(ranges(accept), offered);
    }

    /** A range of the header Accept with its quality and its index in the header. */
    private record WeightedRange(String essence, List<String> parameters, double quality, int index) {

        static WeightedRange of(String text, int index) {
            var parts = List.of(
                    text.strip().toLowerCase(Locale.ROOT).replace("\"", "").split("\\s*;\\s*"));
            var quality = parts.stream().filter(it -> it.startsWith("q=")).findFirst();
            return new WeightedRange(
                    parts.getFirst(),
                    parts.stream().skip(1).filter(it -> !it.startsWith("q=")).toList(),
                    quality.map(it -> number(it.substring(2))).orElse(1.0),
                    index);
        }

        private static double number(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException _) {
                return 0;
            }
        }

        boolean isFit() {
            return parameters.stream().allMatch(SdmxMediaType::acceptsParameter);
        }
    }

    private record MediaTypeMatch(SdmxMediaType media, WeightedRange range) {}

    private static List<WeightedRange> ranges(String accept) {
        var texts = accept.split(",", -1);
        return IntStream.range(0, texts.length)
                .mapToObj(i -> WeightedRange.of(texts[i], i))
                .toList();
    }

    private static SdmxMediaType accepted(List<WeightedRange> ranges, List<SdmxMediaType> offered) {
        return offered.stream()
                .flatMap(sdmxMediaType -> closest(sdmxMediaType, ranges).stream())
                .filter(it -> it.range().quality() > 0)
                .min(Comparator.comparingDouble(
                                (MediaTypeMatch it) -> -it.range().quality())
                        .thenComparingInt(it -> it.range().index()))
                .map(MediaTypeMatch::media)
                .orElseThrow(() -> refused(ranges, offered));
    }

    private static Optional<MediaTypeMatch> closest(SdmxMediaType sdmxMediaType, List<WeightedRange> ranges) {
        return matching(sdmxMediaType, ranges)
                .filter(WeightedRange::isFit)
                .min(Comparator.comparingInt(it -> sdmxMediaType.distanceTo(it.essence())))
                .map(it -> new MediaTypeMatch(sdmxMediaType, it));
    }

    private static Stream<WeightedRange> matching(SdmxMediaType sdmxMediaType, List<WeightedRange> ranges) {
        return ranges.stream().filter(it -> sdmxMediaType.distanceTo(it.essence()) >= 0);
    }

    /**
     * The problem of a header that accepts none of the media types. It names the unsupported media type parameter if
     * the type itself is available.
     */
    private static ProblemException refused(List<WeightedRange> ranges, List<SdmxMediaType> offered) {
        return offered.stream()
                .flatMap(sdmxMediaType -> matching(sdmxMediaType, ranges))
                .flatMap(it -> it.parameters().stream())
                .filter(it -> !SdmxMediaType.acceptsParameter(it))
                .findFirst()
                .map(it -> UnsupportedProblems.parameter("Accept", Detail.of("`{0}` is not supported.", it)))
                .orElseGet(() -> ProblemException.of(Problem.of(
                        406,
                        "not-acceptable",
                        Detail.of("Available are SDMX-JSON 2.0 and, for data, SDMX-CSV 2.0."),
                        List.of())));
    }
}
