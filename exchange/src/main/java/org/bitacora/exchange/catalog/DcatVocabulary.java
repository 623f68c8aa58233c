package org.bitacora.exchange.catalog;

import java.util.List;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.SKOS;

/** Terms of DCAT-AP 3 that RDF4J does not define, and terms of the EU vocabularies that DCAT-AP requires. */
final class DcatVocabulary {

    static final ValueFactory VALUES = SimpleValueFactory.getInstance();

    private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";

    static final IRI START = dcat("startDate");
    static final IRI END = dcat("endDate");
    static final IRI AVAILABILITY = VALUES.createIRI("http://data.europa.eu/r5r/availability");

    static final VocabularyTerm THEMES =
            VocabularyTerm.named("data-theme", SKOS.CONCEPT_SCHEME, DCTERMS.TITLE, "Data theme");
    static final VocabularyTerm GOVERNMENT = concept("data-theme/GOVE", "Government and public sector");
    static final VocabularyTerm STABLE = concept("planned-availability/STABLE", "stable");
    static final VocabularyTerm CONTINUOUS = term("frequency/UPDATE_CONT", DCTERMS.FREQUENCY);
    static final VocabularyTerm PUBLIC = term("access-right/PUBLIC", DCTERMS.RIGHTS_STATEMENT);

    private DcatVocabulary() {}

    /**
     * A term of an external vocabulary with its type and labels. The SHACL shapes of DCAT-AP require type and label,
     * and a validator may not have the vocabulary.
     *
     * @param labels the English labels; empty if the shapes require none
     */
    record VocabularyTerm(IRI iri, IRI type, List<TermLabel> labels) {

        VocabularyTerm {
            labels = List.copyOf(labels);
        }

        /** A label and the property that states it. */
        record TermLabel(IRI property, String text) {}

        private static VocabularyTerm named(String name, IRI type, IRI property, String text) {
            return new VocabularyTerm(authority(name), type, List.of(new TermLabel(property, text)));
        }
    }

    private static IRI dcat(String name) {
        return VALUES.createIRI("http://www.w3.org/ns/dcat#" + name);
    }

    private static IRI authority(String name) {
        return VALUES.createIRI(AUTHORITY + name);
    }

    private static VocabularyTerm concept(String name, String label) {
        return VocabularyTerm.named(name, SKOS.CONCEPT, SKOS.PREF_LABEL, label);
    }

    private static VocabularyTerm term(String name, IRI type) {
        return new VocabularyTerm(authority(name), type, List.of());
    }

    static VocabularyTerm country(String code) {
        return term("country/" + code, DCTERMS.LOCATION);
    }

    static VocabularyTerm language(String code) {
        return term("language/" + code, DCTERMS.LINGUISTIC_SYSTEM);
    }

    static VocabularyTerm fileType(String name) {
        return term("file-type/" + name, DCTERMS.MEDIA_TYPE_OR_EXTENT);
    }

    static VocabularyTerm mediaType(String type) {
        return new VocabularyTerm(
                VALUES.createIRI("https://www.iana.org/assignments/media-types/" + type),
                DCTERMS.MEDIA_TYPE,
                List.of());
    }
}
