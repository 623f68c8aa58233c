package org.bitacora.exchange.catalog;

import static org.bitacora.exchange.catalog.DcatVocabulary.VALUES;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bitacora.exchange.catalog.DcatVocabulary.VocabularyTerm;
import org.bitacora.http.Labels;
import org.bitacora.http.language.Languages;
import org.bitacora.projections.indicator.CoverageRepository.TerritoryCoverage;
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

/** The catalogue as an RDF graph: a dataset with its distributions for each territory and group of indicators. */
final class CatalogGraph {

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

    /**
     * Describes the page of the catalogue and links to the next one. The page also has the older type and property of
     * Hydra, because harvesters look for these: without them, some stop after the first page.
     */
    void addPage(String address, Optional<String> next) {
        var page = iri(address);
        add(iri("/v1/catalog"), HYDRA.VIEW, page);
        add(page, RDF.TYPE, HYDRA.PARTIAL_COLLECTION_VIEW);
        add(page, RDF.TYPE, VALUES.createIRI(HYDRA.NAMESPACE, "PagedCollection"));
        add(page, HYDRA.FIRST, iri("/v1/catalog"));
        next.ifPresent(it -> {
            add(page, HYDRA.NEXT, iri(it));
            add(page, VALUES.createIRI(HYDRA.NAMESPACE, "nextPage"), iri(it));
        });
    }

    /** Builds the graph of these territories and groups. */
    Model build(Collection<TerritoryCoverage> territories, Collection<String> groups) {
        var catalog = iri("/v1/catalog");
        add(catalog, RDF.TYPE, DCAT.CATALOG);
        texts(catalog, DCTERMS.TITLE, "catalog.title", "");
        texts(catalog, DCTERMS.DESCRIPTION, "catalog.description", "");
        add(catalog, DCTERMS.PUBLISHER, publisher());
        add(catalog, DCTERMS.LICENSE, license());
        add(catalog, FOAF.HOMEPAGE, typed("/", FOAF.DOCUMENT));
        add(catalog, DCAT.THEME_TAXONOMY, DcatVocabulary.THEMES);
        Languages.ALL.forEach(it -> add(
                catalog,
                DCTERMS.LANGUAGE,
                DcatVocabulary.language(it.getISO3Language().toUpperCase(Locale.ROOT))));
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

    private void add(Resource subject, IRI predicate, VocabularyTerm object) {
        add(subject, predicate, object.iri());
        add(object.iri(), RDF.TYPE, object.type());
        object.labels().forEach(it -> add(object.iri(), it.property(), VALUES.createLiteral(it.text(), "en")));
    }

    private IRI typed(String path, IRI type) {
        var thing = iri(path);
        add(thing, RDF.TYPE, type);
        return thing;
    }

    private void texts(Resource subject, IRI predicate, String key, String after) {
        Languages.ALL.forEach(it -> add(
                subject, predicate, VALUES.createLiteral(Labels.forLanguage(it).get(key) + after, it.getLanguage())));
    }

    private VocabularyTerm license() {
        return new VocabularyTerm(
                VALUES.createIRI(configuration.license().toString()), DCTERMS.LICENSE_DOCUMENT, List.of());
    }

    private IRI publisher() {
        var publisher = typed("/v1/catalog#publisher", FOAF.AGENT);
        add(publisher, FOAF.NAME, VALUES.createLiteral(configuration.publisher()));
        return publisher;
    }

    private IRI dataset(TerritoryCoverage territoryCoverage, String group) {
        var dataset = iri("/v1/catalog#" + territoryCoverage.territory() + "/" + group);
        add(dataset, RDF.TYPE, DCAT.DATASET);
        add(dataset, DCTERMS.IDENTIFIER, VALUES.createLiteral(territoryCoverage.territory() + "/" + group));
        texts(dataset, DCTERMS.TITLE, "sdmx.group." + group, ": " + territoryCoverage.name());
        texts(dataset, DCTERMS.DESCRIPTION, "catalog.dataset", ": " + territoryCoverage.name());
        texts(dataset, DCAT.KEYWORD, "catalog.keyword", "");
        add(dataset, DCTERMS.PUBLISHER, publisher());
        add(dataset, DCAT.THEME, DcatVocabulary.GOVERNMENT);
        add(dataset, DCTERMS.ACCESS_RIGHTS, DcatVocabulary.PUBLIC);
        add(dataset, DCTERMS.ACCRUAL_PERIODICITY, DcatVocabulary.CONTINUOUS);
        landingPage(dataset, territoryCoverage);
        territoryCoverage.issued().ifPresent(it -> add(dataset, DCTERMS.ISSUED, moment(it)));
        territoryCoverage.modified().ifPresent(it -> add(dataset, DCTERMS.MODIFIED, moment(it)));
        spatial(dataset, territoryCoverage);
        temporal(dataset, territoryCoverage);
        distributions(dataset, territoryCoverage.territory(), group);
        return dataset;
    }

    /**
     * Links to the activity map of all years of the territory. A territory whose observations cover no years has no
     * link.
     */
    private void landingPage(IRI dataset, TerritoryCoverage territoryCoverage) {
        territoryCoverage.years().ifPresent(coveredYears -> {
            var page = "/v1/territories/%s/reports/activity-map?period=%04d/%04d&format=html"
                    .formatted(territoryCoverage.territory(), coveredYears.first(), coveredYears.last());
            add(dataset, DCAT.LANDING_PAGE, typed(page, FOAF.DOCUMENT));
        });
    }

    private static Value moment(Instant instant) {
        return VALUES.createLiteral(instant.toString(), XSD.DATETIME);
    }

    private void spatial(IRI dataset, TerritoryCoverage territoryCoverage) {
        var place = typed("/v1/territories/" + territoryCoverage.territory() + "#place", DCTERMS.LOCATION);
        add(place, SKOS.PREF_LABEL, VALUES.createLiteral(territoryCoverage.name()));
        add(dataset, DCTERMS.SPATIAL, place);
        territoryCoverage
                .country()
                .ifPresent(it -> add(
                        dataset,
                        DCTERMS.SPATIAL,
                        DcatVocabulary.country(Locale.of("", it).getISO3Country())));
    }

    private void temporal(IRI dataset, TerritoryCoverage territoryCoverage) {
        territoryCoverage.years().ifPresent(coveredYears -> {
            var period = typed("/v1/territories/" + territoryCoverage.territory() + "#years", DCTERMS.PERIOD_OF_TIME);
            add(
                    period,
                    DcatVocabulary.START,
                    VALUES.createLiteral("%04d-01-01".formatted(coveredYears.first()), XSD.DATE));
            add(
                    period,
                    DcatVocabulary.END,
                    VALUES.createLiteral("%04d-12-31".formatted(coveredYears.last()), XSD.DATE));
            add(dataset, DCTERMS.TEMPORAL, period);
        });
    }

    private void distributions(IRI dataset, String territory, String group) {
        for (var distributionFormat : DistributionFormat.values()) {
            var path = distributionFormat.dataPath(territory, group);
            var distribution = iri("/v1/catalog#" + territory + "/" + group + "/" + distributionFormat.formatName());
            add(distribution, RDF.TYPE, DCAT.DISTRIBUTION);
            texts(distribution, DCTERMS.TITLE, "catalog.form." + distributionFormat.formatName(), "");
            texts(
                    distribution,
                    DCTERMS.DESCRIPTION,
                    "catalog.form." + distributionFormat.formatName() + ".description",
                    "");
            add(distribution, DCAT.ACCESS_URL, iri(path));
            add(distribution, DCAT.DOWNLOAD_URL, iri(path));
            add(distribution, DCAT.MEDIA_TYPE, DcatVocabulary.mediaType(distributionFormat.mediaType()));
            add(distribution, DCTERMS.FORMAT, DcatVocabulary.fileType(distributionFormat.name()));
            add(distribution, DCTERMS.LICENSE, license());
            add(distribution, DcatVocabulary.AVAILABILITY, DcatVocabulary.STABLE);
            var standard = distributionFormat
                    .standardUri()
                    .map(VALUES::createIRI)
                    .orElseGet(() -> iri(CsvwMetadata.metadataPath(path)));
            add(standard, RDF.TYPE, DCTERMS.STANDARD);
            add(distribution, DCTERMS.CONFORMS_TO, standard);
            add(dataset, DCAT.HAS_DISTRIBUTION, distribution);
        }
    }
}
