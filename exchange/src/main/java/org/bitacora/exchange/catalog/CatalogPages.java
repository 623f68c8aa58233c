package org.bitacora.exchange.catalog;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bitacora.application.Once;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.projections.indicator.Catalogue;
import org.bitacora.projections.indicator.Coverage;
import org.bitacora.projections.indicator.Coverage.Covered;
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
    private static final String HERE = "http://bitacora.invalid";

    private final Coverage coverage;
    private final Catalogue catalogue;
    private final CatalogConfiguration configuration;
    private final Once<String, List<Covered>> covered =
            new Once<>(Caffeine.newBuilder().maximumSize(20).expireAfterWrite(FRESH));
    private final Once<Asked, Page> pages = new Once<>(Caffeine.newBuilder()
            .maximumWeight(CHARACTERS)
            .weigher((Asked _, Page page) -> page.text().length())
            .expireAfterWrite(FRESH));

    CatalogPages(Coverage coverage, Catalogue catalogue, CatalogConfiguration configuration) {
        this.coverage = coverage;
        this.catalogue = catalogue;
        this.configuration = configuration;
    }

    /**
     * Which page is wanted.
     *
     * @param cursor of the territories after which code; empty for the first
     * @param format the format that the address names, which is kept in that of the next page; else empty
     */
    record Asked(String cursor, boolean isTurtle, Optional<String> format) {

        /** Where the page is that begins there, from the root. */
        String address(String from) {
            var address = "/v1/catalog?cursor=" + from;
            return format.map(it -> address + "&format=" + it).orElse(address);
        }
    }

    /** A page, and where the next one is; empty at the end. */
    record Page(String text, Optional<String> next) {}

    /** With whole addresses. */
    Uni<Page> page(Asked asked, String base) {
        return pages.of(asked, () -> make(asked))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(page -> new Page(page.text().replace(HERE, base), page.next()));
    }

    private Uni<Page> make(Asked asked) {
        return covered.of(asked.cursor(), () -> coverage.after(asked.cursor(), configuration.page() + 1))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> made(asked, found));
    }

    private Page made(Asked asked, List<Covered> found) {
        boolean isLast = found.size() <= configuration.page();
        var territories = isLast ? found : found.subList(0, configuration.page());
        var next = isLast
                ? Optional.<String>empty()
                : Optional.of(asked.address(territories.getLast().territory()));
        var groups = catalogue.all().stream().map(Definition::group).distinct().toList();
        var graph = new CatalogGraph(HERE, configuration);
        if (!isLast || !asked.cursor().isEmpty()) {
            graph.page(asked.address(asked.cursor()), next);
        }
        return new Page(text(graph.of(territories, groups), asked.isTurtle()), next);
    }

    private static String text(Model graph, boolean isTurtle) {
        var out = new StringWriter();
        var format = isTurtle ? RDFFormat.TURTLE : RDFFormat.JSONLD;
        Rio.write(graph, out, format, new WriterConfig().set(JSONLDSettings.JSONLD_MODE, JSONLDMode.COMPACT));
        return out.toString();
    }
}
