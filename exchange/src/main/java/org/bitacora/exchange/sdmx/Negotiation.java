package org.bitacora.exchange.sdmx;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.Problem;
import org.bitacora.application.request.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * In which of the media types that are offered an answer is told (RFC 9110, 12.5.1): of each the range that is closest to
 * it counts, and of those that are accepted as much as each other the one that is named first.
 */
final class Negotiation {

    private Negotiation() {}

    /** By the parameter {@code format}, else by what is accepted, else the first. */
    static Media chosen(Ask ask, @Nullable String accept, List<Media> offered) {
        var named = ask.parameter("format");
        if (named.isPresent()) {
            return offered.stream()
                    .filter(it -> it.isNamed(named.get()))
                    .findFirst()
                    .orElseThrow(() -> NotOffered.parameter("format", named.get() + " is not offered."));
        }
        return accept == null || accept.isBlank() ? offered.getFirst() : accepted(ranges(accept), offered);
    }

    /** What is accepted: how much, and at which place. */
    private record Range(String essence, List<String> parameters, double quality, int place) {

        static Range of(String text, int place) {
            var parts = List.of(
                    text.strip().toLowerCase(Locale.ROOT).replace("\"", "").split("\\s*;\\s*"));
            var quality = parts.stream().filter(it -> it.startsWith("q=")).findFirst();
            return new Range(
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
            return parameters.stream().allMatch(Media::is);
        }
    }

    private record Fit(Media media, Range range) {}

    private static List<Range> ranges(String accept) {
        var texts = accept.split(",", -1);
        return IntStream.range(0, texts.length)
                .mapToObj(i -> Range.of(texts[i], i))
                .toList();
    }

    private static Media accepted(List<Range> ranges, List<Media> offered) {
        return offered.stream()
                .flatMap(media -> closest(media, ranges).stream())
                .filter(it -> it.range().quality() > 0)
                .min(Comparator.comparingDouble((Fit it) -> -it.range().quality())
                        .thenComparingInt(it -> it.range().place()))
                .map(Fit::media)
                .orElseThrow(() -> refused(ranges, offered));
    }

    private static Optional<Fit> closest(Media media, List<Range> ranges) {
        return about(media, ranges)
                .filter(Range::isFit)
                .min(Comparator.comparingInt(it -> media.closeness(it.essence())))
                .map(it -> new Fit(media, it));
    }

    private static Stream<Range> about(Media media, List<Range> ranges) {
        return ranges.stream().filter(it -> media.closeness(it.essence()) >= 0);
    }

    /** A type that is offered, but not as it is wanted, is a part of the standard that is not here. */
    private static ProblemException refused(List<Range> ranges, List<Media> offered) {
        return offered.stream()
                .flatMap(media -> about(media, ranges))
                .flatMap(it -> it.parameters().stream())
                .filter(it -> !Media.is(it))
                .findFirst()
                .map(it -> NotOffered.parameter("Accept", it + " is not offered."))
                .orElseGet(() -> ProblemException.of(Problem.of(
                        406, "not-acceptable", "SDMX-JSON 2.0 and, for data, SDMX-CSV 2.0 are offered.", List.of())));
    }
}
