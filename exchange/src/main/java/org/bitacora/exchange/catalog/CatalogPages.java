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
 * Renders the pages of the catalogue. Rendering is slow, so it runs on a worker thread, and a page is cached for ten
 * seconds. A request may name any host, so the cached page has a placeholder for the base address, which is replaced
 * for each request.
 */
@Singleton
class CatalogPages {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final long CHARACTERS = 32 * 1024 * 1024;

    /** The placeholder for the base address of this service (a reserved name: RFC 2606). */
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
     * The requested page.
     *
     * @param cursor the code after which the territories of the page start; empty for the first page
     * @param isTurtle whether the page is rendered as Turtle; if not, it is rendered as JSON-LD
     * @param format the value of the parameter {@code format}, which the link to the next page repeats; empty if the
     *     request has none
     */
    record CatalogPageQuery(String cursor, boolean isTurtle, Optional<String> format) {

        /** The root-relative address of the page after this territory code. */
        String address(String from) {
            var address = "/v1/catalog?cursor=" + from;
            return format.map(it -> address + "&format=" + it).orElse(address);
        }
    }

    /** A page, and the address of the next one; empty for the last page. */
    record CatalogPage(String text, Optional<String> next) {}

    /** Returns a page with absolute addresses. */
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
