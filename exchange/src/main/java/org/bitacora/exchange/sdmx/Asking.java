package org.bitacora.exchange.sdmx;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.projections.indicator.Catalogue;

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
            "detail",
            "c[OBS_VALUE]",
            "c[OBS_STATUS]",
            "c[NUMERATOR]",
            "c[DENOMINATOR]",
            "c[UNPLACED]",
            "c[UNIT_MEASURE]",
            "c[DEFINITION_VERSION]",
            "c[LOG_POSITION]");

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
        checkOnce(ask);
        var keys = Keys.of(ask, path.key());
        var asOf = Times.until(ask, "asOf");
        var updatedAfter = Times.after(ask, "updatedAfter");
        if (asOf.isPresent()
                && updatedAfter.filter(it -> it.isAfter(asOf.get())).isPresent()) {
            throw ProblemException.parameter("updatedAfter", "A moment before asOf is wanted.");
        }
        return new DataQuery(
                path.context(),
                definitions(path, keys.indicators()),
                keys.areas(),
                Times.window(ask, keys.frequencies()),
                asOf,
                updatedAfter,
                Ask.flag("includeHistory", ask.parameter("includeHistory").orElse(null)),
                isFlat(ask),
                ask.number("offset").orElse(0L),
                limit(ask));
    }

    private static long limit(Ask ask) {
        long limit = ask.number("limit").orElse(Long.MAX_VALUE);
        if (limit == 0) {
            throw ProblemException.parameter("limit", "A whole number from 1 on is wanted.");
        }
        return limit;
    }

    /** The standard has each once: what is given besides would be left out and nobody told. */
    private static void checkOnce(Ask ask) {
        OFFERED.stream()
                .filter(it -> ask.given(it).size() > 1)
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw ProblemException.parameter(name, name + " is wanted once.");
                });
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
        if (!Ids.isAmong(Ids.AGENCY, path.agency()) || !Versions.has(path.version(), Ids.VERSION)) {
            throw none();
        }
    }

    private static ProblemException none() {
        return ProblemException.notFound("There are no such data.");
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
        boolean isOfFlow = path.context().equals("dataflow");
        return Ids.isAmong(isOfFlow ? Ids.dataflow(definition.group()) : Ids.STRUCTURE, path.resource());
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
}
