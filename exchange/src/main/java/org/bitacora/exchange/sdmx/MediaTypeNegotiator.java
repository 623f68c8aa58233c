package org.bitacora.exchange.sdmx;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * In which of the media types that are offered an answer is told (RFC 9110, 12.5.1): of each the range that is closest to
 * it counts, and of those that are accepted as much as each other the one that is named first.
 */
final class MediaTypeNegotiator {

    private MediaTypeNegotiator() {}

    /** By the parameter {@code format}, else by what is accepted, else the first. */
    static SdmxMediaType negotiate(ReadRequest readRequest, @Nullable String accept, List<SdmxMediaType> offered) {
        var named = readRequest.parameter("format");
        if (named.isPresent()) {
            return offered.stream()
                    .filter(it -> it.hasFormatName(named.get()))
                    .findFirst()
                    .orElseThrow(() -> UnsupportedProblems.parameter("format", named.get() + " is not offered."));
        }
        return accept == null || accept.isBlank() ? offered.getFirst() : accepted(ranges(accept), offered);
    }

    /** What is accepted: how much, and at which place. */
    private record WeightedRange(String essence, List<String> parameters, double quality, int place) {

        static WeightedRange of(String text, int place) {
            var parts = List.of(
                    text.strip().toLowerCase(Locale.ROOT).replace("\"", "").split("\\s*;\\s*"));
            var quality = parts.stream().filter(it -> it.startsWith("q=")).findFirst();
            return new WeightedRange(
                    parts.getFirst(),
                    parts.stream().skip(1).filter(it -> !it.startsWith("q=")).toList(),
                    quality.map(it -> number(it.substring(2))).orElse(1.0),
                    place);
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
                        .thenComparingInt(it -> it.range().place()))
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

    /** A type that is offered, but not as it is wanted, is a part of the standard that is not here. */
    private static ProblemException refused(List<WeightedRange> ranges, List<SdmxMediaType> offered) {
        return offered.stream()
                .flatMap(sdmxMediaType -> matching(sdmxMediaType, ranges))
                .flatMap(it -> it.parameters().stream())
                .filter(it -> !SdmxMediaType.acceptsParameter(it))
                .findFirst()
                .map(it -> UnsupportedProblems.parameter("Accept", it + " is not offered."))
                .orElseGet(() -> ProblemException.of(Problem.of(
                        406, "not-acceptable", "SDMX-JSON 2.0 and, for data, SDMX-CSV 2.0 are offered.", List.of())));
    }
}
