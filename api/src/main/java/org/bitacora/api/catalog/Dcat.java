package org.bitacora.api.catalog;

import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;

/** Terms of DCAT-AP 3 that the library has no names for, and words of the vocabularies of the EU that it asks for. */
final class Dcat {

    static final ValueFactory VALUES = SimpleValueFactory.getInstance();

    private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";

    static final IRI START = dcat("startDate");
    static final IRI END = dcat("endDate");
    static final IRI AVAILABILITY = VALUES.createIRI("http://data.europa.eu/r5r/availability");
    static final IRI GOVERNMENT = authority("data-theme/GOVE");
    static final IRI CONTINUOUS = authority("frequency/UPDATE_CONT");
    static final IRI PUBLIC = authority("access-right/PUBLIC");
    static final IRI STABLE = authority("planned-availability/STABLE");

    private Dcat() {}

    private static IRI dcat(String name) {
        return VALUES.createIRI("http://www.w3.org/ns/dcat#" + name);
    }

    static IRI authority(String name) {
        return VALUES.createIRI(AUTHORITY + name);
    }

    static IRI mediaType(String type) {
        return VALUES.createIRI("https://www.iana.org/assignments/media-types/" + type);
    }
}
