package org.bitacora.exchange.sdmx;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemException;

/** The codes that a key and the parameters {@code c} name, dimension by dimension; none where they leave one open. */
record DimensionFilter(Set<String> frequencies, Set<String> areas, Set<String> indicators) {

    static DimensionFilter parse(ReadRequest readRequest, String key) {
        if (key.contains(",")) {
            throw UnsupportedProblems.path("key", "One key is offered at a time; c[REF_AREA]=a,b takes several codes.");
        }
        var parts = key.split("\\.", -1);
        if (parts.length > 3) {
            throw malformed();
        }
        return new DimensionFilter(
                intersection(readRequest, SdmxIdentifiers.FREQ, codes(parts, 0)),
                intersection(readRequest, SdmxIdentifiers.AREA, codes(parts, 1)),
                intersection(readRequest, SdmxIdentifiers.INDICATOR, codes(parts, 2)));
    }

    private static ProblemException malformed() {
        return ProblemException.of(Problem.of(400, "key", "A key such as A.br-ba.bahia_visits is wanted.", List.of()));
    }

    private static Set<String> codes(String[] parts, int place) {
        if (place >= parts.length || parts[place].isEmpty() || parts[place].equals(SdmxIdentifiers.ANY)) {
            return Set.of();
        }
        var codes = Stream.of(parts[place].split("[+ ]", -1)).collect(Collectors.toSet());
        if (codes.contains("")) {
            throw malformed();
        }
        return codes;
    }

    /** What both allow; none where both leave the dimension open. */
    private static Set<String> intersection(ReadRequest readRequest, String dimension, Set<String> ofKey) {
        var name = "c[" + dimension + "]";
        var codes = readRequest.rawValues(name).stream()
                .flatMap(it -> parseCodes(name, it))
                .collect(Collectors.toSet());
        if (ofKey.isEmpty() || codes.isEmpty()) {
            return ofKey.isEmpty() ? codes : ofKey;
        }
        codes.retainAll(ofKey);
        if (codes.isEmpty()) {
            throw ProblemException.notFound("There are no such data.");
        }
        return codes;
    }

    private static Stream<String> parseCodes(String parameter, String text) {
        return Stream.of(text.split(",", -1))
                .map(it -> it.startsWith("eq:") ? it.substring(3) : it)
                .peek(it -> check(parameter, it));
    }

    private static void check(String parameter, String code) {
        if (code.isEmpty()) {
            throw ProblemException.invalidParameter(parameter, "Codes with commas between them are wanted.");
        }
        if (code.contains(":") || code.contains("+") || code.contains(" ")) {
            throw UnsupportedProblems.parameter(parameter, "Codes with commas between them are offered here.");
        }
    }
}
