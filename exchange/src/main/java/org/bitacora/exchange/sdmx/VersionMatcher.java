package org.bitacora.exchange.sdmx;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which versions a text asks for: 1.0.0, * for any, + and ~ for the latest, 1.0+.0 for the latest from 1.0.0 on within 1,
 * several with commas between them. There is only one version of anything here, so the latest is that one.
 */
final class VersionMatcher {

    private static final Pattern ASKED = Pattern.compile("(\\d{1,9}[+~*]?|[+~*])(\\.(\\d{1,9}[+~*]?|[+~*])){0,2}");

    private static final int NUMBERS = 3;

    private VersionMatcher() {}

    /** Whether that version is asked for. */
    static boolean matches(String asked, String version) {
        return Stream.of(asked.split(",", -1)).anyMatch(it -> isAsked(it, version));
    }

    private static boolean isAsked(String asked, String version) {
        if (asked.equals("latest")) {
            return true;
        }
        if (!ASKED.matcher(asked).matches() || asked.replaceAll("[^+~*]", "").length() > 1) {
            return false;
        }
        var wanted = asked.split("\\.", -1);
        return isAsked(numbers(wanted), numbers(version.split("\\.", -1)), firstWildcard(wanted));
    }

    /** From where on it is left open. */
    private static int firstWildcard(String[] wanted) {
        return IntStream.range(0, wanted.length)
                .filter(i -> !wanted[i].matches("\\d+"))
                .findFirst()
                .orElse(NUMBERS);
    }

    /** Up to where it is left open the numbers are the same; from there on they are not less. */
    private static boolean isAsked(int[] wanted, int[] version, int open) {
        int differs = Arrays.mismatch(wanted, version);
        return differs < 0 || (differs >= open && version[differs] > wanted[differs]);
    }

    /** Three of them; 0 where there is none. */
    private static int[] numbers(String[] parts) {
        var numbers = new int[NUMBERS];
        for (int i = 0; i < parts.length; i++) {
            var digits = parts[i].replaceAll("\\D", "");
            numbers[i] = digits.isEmpty() ? 0 : Integer.parseInt(digits);
        }
        return numbers;
    }
}
