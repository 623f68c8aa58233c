package org.bitacora.api.sdmx;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitacora.api.answer.Ask;
import org.bitacora.api.problem.Problem;
import org.bitacora.api.problem.ProblemException;
import org.bitacora.api.territory.AsOf;
import org.bitacora.domain.activity.Occasion;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.indicator.Catalogue;
import org.bitacora.projections.indicator.Harvest.Window;

/** Reads what is asked of the data: SDMX REST 2, and {@code startPeriod} and {@code endPeriod} as before it. */
@Singleton
class Asking {

    private static final Set<String> OFFERED = Set.of(
            "c[FREQ]",
            "c[REF_AREA]",
            "c[INDICATOR]",
            "c[TIME_PERIOD]",
            "startPeriod",
            "endPeriod",
            "updatedAfter",
            "asOf",
            "includeHistory",
            "dimensionAtObservation",
            "offset",
            "limit",
            "format");
    private static final Set<String> NOT_OFFERED = Set.of(
            "firstNObservations",
            "lastNObservations",
            "attributes",
            "measures",
            "sort",
            "reportingYearStartDay",
            "detail");
    private static final Set<String> VERSIONS = Set.of("*", "+", "~", "latest", Ids.VERSION, "1.0", "1.0+", "1+");
    private static final String ANY = "*";

    private final Catalogue catalogue;

    Asking(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** All names of parameters that the standard has, which are answered with what is wrong rather than as unknown. */
    static Set<String> parameters() {
        var all = new HashSet<>(OFFERED);
        all.addAll(NOT_OFFERED);
        return all;
    }

    /** Where the data are: the parts of the path. */
    record Path(String context, String agency, String resource, String version, String key) {}

    DataQuery read(Ask ask, Path path) {
        checkOffered(ask, path);
        var keys = keys(path.key());
        var window = window(ask, merged(ask, "FREQ", keys.frequencies()));
        var asOf = instant(ask, "asOf");
        var updatedAfter = instant(ask, "updatedAfter");
        if (asOf.isPresent()
                && updatedAfter.filter(it -> it.isAfter(asOf.get())).isPresent()) {
            throw ProblemException.parameter("updatedAfter", "A moment before asOf is wanted.");
        }
        return new DataQuery(
                path.context(),
                path.resource(),
                definitions(path, merged(ask, "INDICATOR", keys.indicators())),
                merged(ask, "REF_AREA", keys.areas()),
                window,
                asOf,
                updatedAfter,
                Ask.flag("includeHistory", ask.parameter("includeHistory").orElse(null)),
                isFlat(ask),
                ask.number("offset").orElse(0L),
                ask.number("limit").orElse(Long.MAX_VALUE));
    }

    private static void checkOffered(Ask ask, Path path) {
        NOT_OFFERED.stream()
                .filter(it -> ask.parameter(it).isPresent())
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw NotOffered.parameter(name, name + " is not offered here.");
                });
        if (!Set.of("dataflow", "datastructure").contains(path.context())) {
            throw NotOffered.path("context", "dataflow or datastructure is offered here.");
        }
        if (!Set.of(ANY, Ids.AGENCY).contains(path.agency()) || !VERSIONS.contains(path.version())) {
            throw none();
        }
    }

    private static ProblemException none() {
        return ProblemException.notFound("There are no such data.");
    }

    /** The codes that a key names, dimension by dimension; none where it leaves one open. */
    private record Keys(Set<String> frequencies, Set<String> areas, Set<String> indicators) {}

    private static Keys keys(String key) {
        if (key.contains(",")) {
            throw NotOffered.path("key", "One key is offered at a time; c[REF_AREA]=a,b takes several codes.");
        }
        var parts = key.split("\\.", -1);
        if (parts.length > 3) {
            throw ProblemException.of(
                    Problem.of(400, "key", "A key such as A.br-ba.bahia_visits is wanted.", List.of()));
        }
        return new Keys(codes(parts, 0), codes(parts, 1), codes(parts, 2));
    }

    private static Set<String> codes(String[] parts, int place) {
        if (place >= parts.length || parts[place].isEmpty() || parts[place].equals(ANY)) {
            return Set.of();
        }
        return Set.of(parts[place].split("[+ ]", -1));
    }

    /** The codes that both the key and the parameter allow; none where both leave the dimension open. */
    private static Set<String> merged(Ask ask, String dimension, Set<String> ofKey) {
        var codes = ask.values("c[" + dimension + "]").stream()
                .map(it -> it.startsWith("eq:") ? it.substring(3) : it)
                .collect(Collectors.toSet());
        if (codes.stream().anyMatch(it -> it.contains(":") || it.contains("+") || it.contains(" "))) {
            throw NotOffered.parameter("c[" + dimension + "]", "Codes with commas between them are offered here.");
        }
        if (ofKey.isEmpty() || codes.isEmpty()) {
            return ofKey.isEmpty() ? codes : ofKey;
        }
        codes.retainAll(ofKey);
        if (codes.isEmpty()) {
            throw none();
        }
        return codes;
    }

    private List<Definition> definitions(Path path, Set<String> indicators) {
        var found = catalogue.all().stream()
                .filter(it -> isIn(path, it))
                .filter(it -> indicators.isEmpty() || indicators.contains(Ids.indicator(it.code())))
                .toList();
        if (found.isEmpty()) {
            throw none();
        }
        return found;
    }

    private static boolean isIn(Path path, Definition definition) {
        var resource = path.resource();
        return resource.equals(ANY)
                || resource.equals(
                        path.context().equals("dataflow") ? Ids.dataflow(definition.group()) : Ids.STRUCTURE);
    }

    private static boolean isFlat(Ask ask) {
        var dimension = ask.parameter("dimensionAtObservation").orElse(Ids.TIME);
        return switch (dimension) {
            case Ids.TIME -> false;
            case "AllDimensions" -> true;
            case Ids.FREQ, Ids.AREA, Ids.INDICATOR ->
                throw NotOffered.parameter(
                        "dimensionAtObservation", "TIME_PERIOD and AllDimensions are offered, no cross-sections.");
            default -> throw ProblemException.parameter("dimensionAtObservation", "There is no such dimension.");
        };
    }

    private static Optional<Instant> instant(Ask ask, String name) {
        return ask.parameter(name).map(text -> AsOf.instantOf(name, text));
    }

    private static Window window(Ask ask, Set<String> frequencies) {
        var first = new ArrayList<LocalDate>(List.of(Occasion.EVER_FROM));
        var last = new ArrayList<LocalDate>(List.of(Occasion.EVER_TO));
        ask.parameter("startPeriod")
                .ifPresent(it -> first.add(period("startPeriod", it).first()));
        ask.parameter("endPeriod")
                .ifPresent(it -> last.add(period("endPeriod", it).last()));
        ask.parameter("c[TIME_PERIOD]").ifPresent(it -> bound(it, first, last));
        return new Window(
                first.stream().max(LocalDate::compareTo).orElseThrow(),
                last.stream().min(LocalDate::compareTo).orElseThrow(),
                frequencies.isEmpty() || frequencies.contains("A"),
                frequencies.isEmpty() || frequencies.contains("M"));
    }

    /** A year ends with its last day: {@code le:2020} means the end of 2020. */
    private static void bound(String text, List<LocalDate> first, List<LocalDate> last) {
        for (var part : text.split("[+ ]", -1)) {
            var name = "c[" + Ids.TIME + "]";
            switch (part.length() > 3 ? part.substring(0, 3) : part) {
                case "ge:" -> first.add(period(name, part.substring(3)).first());
                case "gt:" -> first.add(period(name, part.substring(3)).last().plusDays(1));
                case "le:" -> last.add(period(name, part.substring(3)).last());
                case "lt:" -> last.add(period(name, part.substring(3)).first().minusDays(1));
                default -> {
                    if (text.contains(",") || part.startsWith("ne:")) {
                        throw NotOffered.parameter(name, "ge:, gt:, le:, lt: and one period are offered here.");
                    }
                    var one = period(name, part.startsWith("eq:") ? part.substring(3) : part);
                    first.add(one.first());
                    last.add(one.last());
                }
            }
        }
    }

    private static Period period(String name, String text) {
        return Period.one(text)
                .orElseThrow(() ->
                        ProblemException.parameter(name, "A period is wanted: 2014, 2014-Q1, 2014-05, 2014-05-12."));
    }
}
