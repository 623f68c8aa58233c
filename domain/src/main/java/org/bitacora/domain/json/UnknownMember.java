package org.bitacora.domain.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.bitacora.domain.refusal.Detail;

/** Describes a member of an object whose name the contract does not state. */
public final class UnknownMember {

    private static final int MAX_DISTANCE = 2;
    private static final int COMPARED_LENGTH = 40;

    private UnknownMember() {}

    /** The message for a member with this name, with the closest of the known names if one is close. */
    public static Detail describe(String name, Collection<String> known) {
        return closest(name, known)
                .map(it -> Detail.of(
                        "Unknown member {0}. Did you mean {1}? Names of own members start with `x-`.", name, it))
                .orElseGet(() -> Detail.of("Unknown member {0}. Names of own members start with `x-`.", name));
    }

    /**
     * The known name that differs least from a name: by at most two inserted, deleted, replaced or exchanged
     * characters, and by fewer than half of the characters of the name; letter case does not count.
     */
    static Optional<String> closest(String name, Collection<String> known) {
        return known.stream()
                .filter(it -> distance(name, it) <= Math.min(MAX_DISTANCE, (name.length() - 1) / 2))
                .min(Comparator.<String>comparingInt(it -> distance(name, it))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The optimal string alignment distance (Damerau and Levenshtein) without regard to letter case. */
    private static int distance(String name, String other) {
        if (name.length() > COMPARED_LENGTH) {
            return Integer.MAX_VALUE;
        }
        var rows = new int[name.length() + 1][other.length() + 1];
        for (int i = 0; i <= name.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : step(rows, name, other, i, j);
            }
        }
        return rows[name.length()][other.length()];
    }

    private static int step(int[][] rows, String name, String other, int i, int j) {
        int replaced = rows[i - 1][j - 1] + (isSame(name, i, other, j) ? 0 : 1);
        int best = Math.min(replaced, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean isExchanged = i > 1 && j > 1 && isSame(name, i, other, j - 1) && isSame(name, i - 1, other, j);
        return isExchanged ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
    }

    private static boolean isSame(String name, int i, String other, int j) {
        return Character.toLowerCase(name.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
    }
}
