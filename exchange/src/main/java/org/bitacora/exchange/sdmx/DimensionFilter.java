package org.bitacora.exchange.sdmx;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemException;

/** The codes that the key and the parameters {@code c} select, for each dimension. An empty set selects all codes. */
record DimensionFilter(Set<String> frequencies, Set<String> areas, Set<String> indicators) {

    static DimensionFilter parse(ReadRequest readRequest, String key) {
        if (key.contains(",")) {
            throw UnsupportedProblems.path(
                    "key", Detail.of("Only one key is supported; to select several codes, use `c[REF_AREA]=a,b`."));
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
        return ProblemException.of(
                Problem.of(400, "key", Detail.of("Expected a key such as `A.br-ba.bahia_visits`."), List.of()));
    }

    private static Set<String> codes(String[] parts, int index) {
        if (index >= parts.length || parts[index].isEmpty() || parts[index].equals(SdmxIdentifiers.ANY)) {
            return Set.of();
        }
        var codes = Stream.of(parts[index].split("[+ ]", -1)).collect(Collectors.toSet());
        if (codes.contains("")) {
            throw malformed();
        }
        return codes;
    }

    /**
     * Returns the codes that both the key and the parameter select; empty if neither restricts the dimension. Throws a
     * problem 404 if both restrict the dimension and have no code in common.
     */
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
            throw ProblemException.notFound(Detail.of("No data match the query."));
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
            throw ProblemException.invalidParameter(
                    parameter, Detail.of("Expected codes separated by commas, none of them empty."));
        }
        if (code.contains(":") || code.contains("+") || code.contains(" ")) {
            throw UnsupportedProblems.parameter(
                    parameter, Detail.of("Only codes separated by commas are supported, not `{0}`.", code));
        }
    }
}
