package org.bitacora.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The header {@code Accept}: media ranges with qualities (RFC 9110, 12.5.1). */
public final class AcceptHeader {

    private final List<MediaRange> mediaRanges;

    private record MediaRange(String essence, double quality) {
        static MediaRange parse(String text) {
            var parts = text.split(";");
            var quality = Arrays.stream(parts)
                    .map(part -> part.strip().toLowerCase(Locale.ROOT))
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

        /** How exactly the range names the media type: 0 if it does not contain it. */
        int precision(String mediaType) {
            if (essence.equals(mediaType)) {
                return 3;
            }
            if (essence.endsWith("/*") && mediaType.startsWith(essence.substring(0, essence.length() - 1))) {
                return 2;
            }
            return essence.equals("*/*") ? 1 : 0;
        }
    }

    private AcceptHeader(List<MediaRange> mediaRanges) {
        this.mediaRanges = mediaRanges;
    }

    /** Parses the header. A missing or blank header accepts everything. */
    public static AcceptHeader parse(@Nullable String header) {
        return new AcceptHeader(
                header == null || header.isBlank()
                        ? List.of(new MediaRange("*/*", 1))
                        : Arrays.stream(header.split(","))
                                .map(MediaRange::parse)
                                .toList());
    }

    /**
     * Returns the media type that the header prefers.
     *
     * @param offered the offered media types without parameters, in lower case; the first is preferred among equals
     * @return empty if the header accepts none of them
     */
    public Optional<String> preferred(List<String> offered) {
        return offered.stream()
                .filter(it -> quality(it) > 0)
                .max(Comparator.comparingDouble(this::quality)
                        .thenComparing(Comparator.<String>comparingInt(offered::indexOf)
                                .reversed()));
    }

    /** The quality of a media type is that of the most precise range that contains it. */
    private double quality(String mediaType) {
        return mediaRanges.stream()
                .filter(it -> it.precision(mediaType) > 0)
                .max(Comparator.comparingInt(it -> it.precision(mediaType)))
                .map(MediaRange::quality)
                .orElse(0.0);
    }
}
