package org.bitacora.api.catalog;

import static org.bitacora.api.catalog.Dcat.VALUES;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bitacora.api.language.Labels;
import org.bitacora.projections.indicator.Coverage.Covered;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.HYDRA;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.model.vocabulary.XSD;

/** The catalogue as a graph: a dataset for each territory and group of indicators, each with its distributions. */
final class CatalogGraph {

    private static final List<Locale> LANGUAGES = List.of(Locale.of("es"), Locale.of("pt"), Locale.of("en"));

    private final Model model = new LinkedHashModel();
    private final String base;
    private final CatalogConfiguration configuration;

    CatalogGraph(String base, CatalogConfiguration configuration) {
        this.base = base;
        this.configuration = configuration;
        Map.of(
                        "dcat", DCAT.NAMESPACE,
                        "dct", DCTERMS.NAMESPACE,
                        "foaf", FOAF.NAMESPACE,
                        "hydra", HYDRA.NAMESPACE,
                        "skos", SKOS.NAMESPACE,
                        "xsd", XSD.NAMESPACE)
                .forEach(model::setNamespace);
    }

    /** Says that it is a page, and where the next one is. */
    void page(String address, Optional<String> next) {
        var page = iri(address);
        add(iri("/v1/catalog"), HYDRA.VIEW, page);
        add(page, RDF.TYPE, HYDRA.PARTIAL_COLLECTION_VIEW);
        add(page, HYDRA.FIRST, iri("/v1/catalog"));
        next.ifPresent(it -> add(page, HYDRA.NEXT, iri(it)));
    }

    /** The graph of those territories and groups. */
    Model of(Collection<Covered> territories, Collection<String> groups) {
        var catalog = iri("/v1/catalog");
        add(catalog, RDF.TYPE, DCAT.CATALOG);
        texts(catalog, DCTERMS.TITLE, "catalog.title", "");
        texts(catalog, DCTERMS.DESCRIPTION, "catalog.description", "");
        add(catalog, DCTERMS.PUBLISHER, publisher());
        add(catalog, DCTERMS.LICENSE, license());
        add(catalog, FOAF.HOMEPAGE, iri("/"));
        add(catalog, DCAT.THEME_TAXONOMY, Dcat.authority("data-theme"));
        territories.forEach(
                territory -> groups.forEach(group -> add(catalog, DCAT.HAS_DATASET, dataset(territory, group))));
        return model;
    }

    private IRI iri(String path) {
        return VALUES.createIRI(base + path);
    }

    private void add(Resource subject, IRI predicate, Value object) {
        model.add(subject, predicate, object);
    }

    private void texts(Resource subject, IRI predicate, String key, String after) {
        LANGUAGES.forEach(
                it -> add(subject, predicate, VALUES.createLiteral(Labels.in(it).get(key) + after, it.getLanguage())));
    }

    private IRI license() {
        return VALUES.createIRI(configuration.license().toString());
    }

    private IRI publisher() {
        var publisher = iri("/v1/catalog#publisher");
        add(publisher, RDF.TYPE, FOAF.AGENT);
        add(publisher, FOAF.NAME, VALUES.createLiteral(configuration.publisher()));
        return publisher;
    }

    private IRI dataset(Covered covered, String group) {
        var dataset = iri("/v1/catalog#" + covered.territory() + "/" + group);
        add(dataset, RDF.TYPE, DCAT.DATASET);
        add(dataset, DCTERMS.IDENTIFIER, VALUES.createLiteral(covered.territory() + "/" + group));
        texts(dataset, DCTERMS.TITLE, "sdmx.group." + group, ": " + covered.name());
        texts(dataset, DCTERMS.DESCRIPTION, "catalog.dataset", ": " + covered.name());
        texts(dataset, DCAT.KEYWORD, "catalog.keyword", "");
        add(dataset, DCTERMS.PUBLISHER, publisher());
        add(dataset, DCAT.THEME, Dcat.GOVERNMENT);
        add(dataset, DCTERMS.ACCESS_RIGHTS, Dcat.PUBLIC);
        add(dataset, DCTERMS.ACCRUAL_PERIODICITY, Dcat.CONTINUOUS);
        add(dataset, DCAT.LANDING_PAGE, iri("/v1/territories/" + covered.territory()));
        covered.issued().ifPresent(it -> add(dataset, DCTERMS.ISSUED, moment(it)));
        covered.modified().ifPresent(it -> add(dataset, DCTERMS.MODIFIED, moment(it)));
        spatial(dataset, covered);
        temporal(dataset, covered);
        distributions(dataset, covered.territory(), group);
        return dataset;
    }

    private static Value moment(Instant instant) {
        return VALUES.createLiteral(instant.toString(), XSD.DATETIME);
    }

    private void spatial(IRI dataset, Covered covered) {
        var place = iri("/v1/territories/" + covered.territory() + "#place");
        add(place, RDF.TYPE, DCTERMS.LOCATION);
        add(place, SKOS.PREF_LABEL, VALUES.createLiteral(covered.name()));
        add(dataset, DCTERMS.SPATIAL, place);
        covered.country().ifPresent(it -> {
            var country = Dcat.authority("country/" + Locale.of("", it).getISO3Country());
            add(country, RDF.TYPE, DCTERMS.LOCATION);
            add(dataset, DCTERMS.SPATIAL, country);
        });
    }

    private void temporal(IRI dataset, Covered covered) {
        covered.years().ifPresent(years -> {
            var period = iri("/v1/territories/" + covered.territory() + "#years");
            add(period, RDF.TYPE, DCTERMS.PERIOD_OF_TIME);
            add(period, Dcat.START, VALUES.createLiteral("%04d-01-01".formatted(years.first()), XSD.DATE));
            add(period, Dcat.END, VALUES.createLiteral("%04d-12-31".formatted(years.last()), XSD.DATE));
            add(dataset, DCTERMS.TEMPORAL, period);
        });
    }

    private void distributions(IRI dataset, String territory, String group) {
        for (var form : Form.values()) {
            var path = form.path(territory, group);
            var distribution = iri("/v1/catalog#" + territory + "/" + group + "/" + form.word());
            add(distribution, RDF.TYPE, DCAT.DISTRIBUTION);
            texts(distribution, DCTERMS.TITLE, "catalog.form." + form.word(), "");
            add(distribution, DCAT.ACCESS_URL, iri(path));
            add(distribution, DCAT.DOWNLOAD_URL, iri(path));
            add(distribution, DCAT.MEDIA_TYPE, Dcat.mediaType(form.mediaType()));
            add(distribution, DCTERMS.FORMAT, Dcat.authority("file-type/" + form.fileType()));
            add(distribution, DCTERMS.LICENSE, license());
            add(distribution, Dcat.AVAILABILITY, Dcat.STABLE);
            if (form == Form.CSV) {
                add(distribution, DCTERMS.CONFORMS_TO, iri(Csvw.path(path)));
            }
            add(dataset, DCAT.HAS_DISTRIBUTION, distribution);
        }
    }
}
