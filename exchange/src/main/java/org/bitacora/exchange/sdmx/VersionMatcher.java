package org.bitacora.exchange.sdmx;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Matches versions against a list separated by commas (SDMX REST 2). An item is a version such as 1.0.0, {@code *} for
 * any version, {@code +} or {@code ~} for the latest version, or for example 1.0+.0 for the latest version of major
 * version 1 from 1.0.0 on. Each artefact has only one version, which is always the latest.
 */
final class VersionMatcher {

    private static final Pattern ASKED = Pattern.compile("(\\d{1,9}[+~*]?|[+~*])(\\.(\\d{1,9}[+~*]?|[+~*])){0,2}");

    private static final int NUMBERS = 3;

    private VersionMatcher() {}

    /** Returns whether a version matches a list of versions. */
    static boolean matches(String requested, String version) {
        return Stream.of(requested.split(",", -1)).anyMatch(it -> isAsked(it, version));
    }

    private static boolean isAsked(String requested, String version) {
        if (requested.equals("latest")) {
            return true;
        }
        if (!ASKED.matcher(requested).matches()
                || requested.replaceAll("[^+~*]", "").length() > 1) {
            return false;
        }
        var parts = requested.split("\\.", -1);
        return isAsked(numbers(parts), numbers(version.split("\\.", -1)), firstWildcard(parts));
    }

    /** The index of the first part with a wildcard. */
    private static int firstWildcard(String[] parts) {
        return IntStream.range(0, parts.length)
                .filter(i -> !parts[i].matches("\\d+"))
                .findFirst()
                .orElse(NUMBERS);
    }

    /** Returns whether a version matches: the numbers before the wildcard are equal, and the rest is not lower. */
    private static boolean isAsked(int[] requested, int[] version, int open) {
        int differs = Arrays.mismatch(requested, version);
        return differs < 0 || (differs >= open && version[differs] > requested[differs]);
    }

    /** Returns three numbers; missing numbers are 0. */
    private static int[] numbers(String[] parts) {
        var numbers = new int[NUMBERS];
        for (int i = 0; i < parts.length; i++) {
            var digits = parts[i].replaceAll("\\D", "");
            numbers[i] = digits.isEmpty() ? 0 : Integer.parseInt(digits);
        }
        return numbers;
    }
}
