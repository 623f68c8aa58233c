package org.bitacora.exchange.sdmx;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.projections.indicator.IndicatorCatalogue;

/** Parses data queries of SDMX REST 2. Also accepts {@code startPeriod} and {@code endPeriod} of earlier versions. */
@Singleton
class DataQueryParser {

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

    private final IndicatorCatalogue indicatorCatalogue;

    DataQueryParser(IndicatorCatalogue indicatorCatalogue) {
        this.indicatorCatalogue = indicatorCatalogue;
    }

    /**
     * The names of all parameters of the standard. An unsupported parameter results in a specific problem, not in the
     * problem of an unknown parameter.
     */
    static Set<String> knownParameters() {
        var all = new HashSet<>(OFFERED);
        all.addAll(NOT_OFFERED);
        return all;
    }

    /** The path parameters of a data query. */
    record DataPath(String context, String agency, String resource, String version, String key) {}

    DataQuery parse(ReadRequest readRequest, DataPath dataPath) {
        checkOffered(readRequest, dataPath);
        checkOnce(readRequest);
        var dimensionFilter = DimensionFilter.parse(readRequest, dataPath.key());
        var asOf = TimeParameterParser.parseUntil(readRequest, "asOf");
        var updatedAfter = TimeParameterParser.parseAfter(readRequest, "updatedAfter");
        if (asOf.isPresent()
                && updatedAfter.filter(it -> it.isAfter(asOf.get())).isPresent()) {
            throw ProblemException.invalidParameter("updatedAfter", Detail.of("`updatedAfter` must be before `asOf`."));
        }
        return new DataQuery(
                dataPath.context(),
                definitions(dataPath, dimensionFilter.indicators()),
                dimensionFilter.areas(),
                TimeParameterParser.parseWindow(readRequest, dimensionFilter.frequencies()),
                asOf,
                updatedAfter,
                ReadRequest.parseFlag(
                        "includeHistory",
                        readRequest.parameter("includeHistory").orElse(null)),
                isFlat(readRequest),
                readRequest.number("offset").orElse(0L),
                limit(readRequest));
    }

    private static long limit(ReadRequest readRequest) {
        long limit = readRequest.number("limit").orElse(Long.MAX_VALUE);
        if (limit == 0) {
            throw ProblemException.invalidParameter("limit", Detail.of("`limit` must be a whole number of 1 or more."));
        }
        return limit;
    }

    /**
     * Refuses repeated parameters. The standard allows each parameter once; without this check further values would be
     * ignored silently.
     */
    private static void checkOnce(ReadRequest readRequest) {
        OFFERED.stream()
                .filter(it -> readRequest.rawValues(it).size() > 1)
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw ProblemException.invalidParameter(name, Detail.of("`{0}` must be given only once.", name));
                });
    }

    private static void checkOffered(ReadRequest readRequest, DataPath dataPath) {
        NOT_OFFERED.stream()
                .filter(it -> readRequest.parameter(it).isPresent())
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw UnsupportedProblems.parameter(name, Detail.of("`{0}` is not supported.", name));
                });
        if (!Set.of("dataflow", "datastructure").contains(dataPath.context())) {
            throw UnsupportedProblems.path(
                    "context",
                    Detail.of(
                            "`context` must be `dataflow` or `datastructure`; `{0}` is not supported.",
                            dataPath.context()));
        }
        if (!SdmxIdentifiers.matchesAny(SdmxIdentifiers.AGENCY, dataPath.agency())
                || !VersionMatcher.matches(dataPath.version(), SdmxIdentifiers.VERSION)) {
            throw none();
        }
    }

    private static ProblemException none() {
        return ProblemException.notFound(Detail.of("No data match the query."));
    }

    private List<Definition> definitions(DataPath dataPath, Set<String> indicators) {
        var found = indicatorCatalogue.all().stream()
                .filter(it -> belongsTo(dataPath, it))
                .filter(it -> indicators.isEmpty() || indicators.contains(SdmxIdentifiers.indicatorId(it.code())))
                .toList();
        if (found.isEmpty()) {
            throw none();
        }
        return found;
    }

    private static boolean belongsTo(DataPath dataPath, Definition definition) {
        boolean isOfFlow = dataPath.context().equals("dataflow");
        return SdmxIdentifiers.matchesAny(
                isOfFlow ? SdmxIdentifiers.dataflowId(definition.group()) : SdmxIdentifiers.STRUCTURE,
                dataPath.resource());
    }

    private static boolean isFlat(ReadRequest readRequest) {
        var dimension = readRequest.parameter("dimensionAtObservation").orElse(SdmxIdentifiers.TIME);
        return switch (dimension) {
            case SdmxIdentifiers.TIME -> false;
            case "AllDimensions" -> true;
            case SdmxIdentifiers.FREQ, SdmxIdentifiers.AREA, SdmxIdentifiers.INDICATOR ->
                throw UnsupportedProblems.parameter(
                        "dimensionAtObservation",
                        Detail.of("Cross-sections are not supported; use `TIME_PERIOD` or `AllDimensions`."));
            default ->
                throw ProblemException.invalidParameter(
                        "dimensionAtObservation",
                        Detail.of("Unknown dimension `{0}`; use `TIME_PERIOD` or `AllDimensions`.", dimension));
        };
    }
}
