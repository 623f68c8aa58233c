package org.bitacora.exchange.catalog;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bitacora.application.SingleFlightCache;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.projections.indicator.CoverageRepository;
import org.bitacora.projections.indicator.CoverageRepository.TerritoryCoverage;
import org.bitacora.projections.indicator.IndicatorCatalogue;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.WriterConfig;
import org.eclipse.rdf4j.rio.helpers.JSONLDMode;
import org.eclipse.rdf4j.rio.helpers.JSONLDSettings;

/**
 * Makes the pages of the catalogue, each once for all who ask within ten seconds. It takes a while, so it is done on a
 * worker; and as whoever asks may name any host, addresses are filled in at the end.
 */
@Singleton
class CatalogPages {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final long CHARACTERS = 32 * 1024 * 1024;

    /** Stands for where this service is (a name that nobody can have: RFC 2606). */
    private static final String BASE_PLACEHOLDER = "http://bitacora.invalid";

    private final CoverageRepository coverageRepository;
    private final IndicatorCatalogue indicatorCatalogue;
    private final CatalogConfiguration configuration;
    private final SingleFlightCache<String, List<TerritoryCoverage>> covered =
            new SingleFlightCache<>(Caffeine.newBuilder().maximumSize(20).expireAfterWrite(FRESH));
    private final SingleFlightCache<CatalogPageQuery, CatalogPage> pages = new SingleFlightCache<>(Caffeine.newBuilder()
            .maximumWeight(CHARACTERS)
            .weigher((CatalogPageQuery _, CatalogPage catalogPage) ->
                    catalogPage.text().length())
            .expireAfterWrite(FRESH));

    CatalogPages(
            CoverageRepository coverageRepository,
            IndicatorCatalogue indicatorCatalogue,
            CatalogConfiguration configuration) {
        this.coverageRepository = coverageRepository;
        this.indicatorCatalogue = indicatorCatalogue;
        this.configuration = configuration;
    }

    /**
     * Which page is wanted.
     *
     * @param cursor of the territories after which code; empty for the first
     * @param format the format that the address names, which is kept in that of the next page; else empty
     */
    record CatalogPageQuery(String cursor, boolean isTurtle, Optional<String> format) {

        /** Where the page is that begins there, from the root. */
        String address(String from) {
            var address = "/v1/catalog?cursor=" + from;
            return format.map(it -> address + "&format=" + it).orElse(address);
        }
    }

    /** A page, and where the next one is; empty at the end. */
    record CatalogPage(String text, Optional<String> next) {}

    /** With whole addresses. */
    Uni<CatalogPage> page(CatalogPageQuery catalogPageQuery, String base) {
        return pages.get(catalogPageQuery, () -> loadPage(catalogPageQuery))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(catalogPage ->
                        new CatalogPage(catalogPage.text().replace(BASE_PLACEHOLDER, base), catalogPage.next()));
    }

    private Uni<CatalogPage> loadPage(CatalogPageQuery catalogPageQuery) {
        return covered.get(
                        catalogPageQuery.cursor(),
                        () -> coverageRepository.listAfter(catalogPageQuery.cursor(), configuration.page() + 1))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> renderPage(catalogPageQuery, found));
    }

    private CatalogPage renderPage(CatalogPageQuery catalogPageQuery, List<TerritoryCoverage> found) {
        boolean isLast = found.size() <= configuration.page();
        var territories = isLast ? found : found.subList(0, configuration.page());
        var next = isLast
                ? Optional.<String>empty()
                : Optional.of(catalogPageQuery.address(territories.getLast().territory()));
        var groups = indicatorCatalogue.all().stream()
                .map(Definition::group)
                .distinct()
                .toList();
        var graph = new CatalogGraph(BASE_PLACEHOLDER, configuration);
        if (!isLast || !catalogPageQuery.cursor().isEmpty()) {
            graph.addPage(catalogPageQuery.address(catalogPageQuery.cursor()), next);
        }
        return new CatalogPage(text(graph.build(territories, groups), catalogPageQuery.isTurtle()), next);
    }

    private static String text(Model graph, boolean isTurtle) {
        var out = new StringWriter();
        var format = isTurtle ? RDFFormat.TURTLE : RDFFormat.JSONLD;
        Rio.write(graph, out, format, new WriterConfig().set(JSONLDSettings.JSONLD_MODE, JSONLDMode.COMPACT));
        return out.toString();
    }
}
