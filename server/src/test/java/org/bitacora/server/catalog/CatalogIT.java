package org.bitacora.server.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/** The catalogue, parsed by an independent library. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class CatalogIT extends HttpScenario {

    private static final String PREFIXES = """
            prefix dcat: <http://www.w3.org/ns/dcat#>
            prefix dct: <http://purl.org/dc/terms/>
            prefix foaf: <http://xmlns.com/foaf/0.1/>
            prefix skos: <http://www.w3.org/2004/02/skos/core#>
            """;

    /** Returns the first page that contains a territory. */
    private static Model read(String territory, String accept, Lang lang) {
        var text = given().header("Accept", accept)
                .get("/v1/catalog?cursor=" + territory.substring(0, territory.length() - 1))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return model(text, lang);
    }

    private static Model model(String text, Lang lang) {
        var model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new StringReader(text), "http://localhost/", lang);
        return model;
    }

    private static List<QuerySolution> select(Model model, String query) {
        try (var execution = QueryExecutionFactory.create(PREFIXES + query, model)) {
            var found = new ArrayList<QuerySolution>();
            execution.execSelect().forEachRemaining(found::add);
            return found;
        }
    }

    private static String territoryOfVisits() {
        var territory = freshTerritory();
        post(event(territory, "v-1", "visit.received", "{\"start\": \"1998-05-12\"}"));
        post(event(territory, "v-2", "visit.received", "{\"start\": \"2014-05-12\"}"));
        given().get("/v1/territories/" + territory + "/activities?minPosition=3")
                .then()
                .statusCode(200);
        return territory;
    }

    @Test
    void eachDatasetHasThePropertiesOfTheProfile() {
        var territory = territoryOfVisits();
        var model = read(territory, "text/turtle", Lang.TURTLE);

        var found = select(model, """
                select ?title ?start ?end ?spatial ?frequency ?license ?media ?url where {
                  ?catalog a dcat:Catalog ; dct:title ?ct ; dct:description ?cd ; dct:publisher/foaf:name ?who ; dcat:dataset ?set .
                  ?set a dcat:Dataset ; dct:identifier "%s/bahia" ; dct:title ?title ; dct:description ?description ;
                    dct:publisher/foaf:name ?publisher ; dct:accrualPeriodicity ?frequency ; dct:spatial ?spatial ;
                    dct:temporal [ dcat:startDate ?start ; dcat:endDate ?end ] ; dcat:theme ?theme ; dct:modified ?modified ;
                    dcat:distribution ?d .
                  ?d a dcat:Distribution ; dcat:accessURL ?url ; dcat:mediaType ?media ; dct:license ?license ; dct:format ?format .
                  filter(lang(?title) = "pt" && lang(?description) = "pt" && lang(?ct) = "pt" && lang(?cd) = "pt")
                }""".formatted(territory));

        assertThat(found).hasSize(4); // two distributions, and a city in a country
        assertThat(found).allSatisfy(it -> {
            assertThat(it.getLiteral("title").getString()).isEqualTo("Bahia: Test city");
            assertThat(it.getLiteral("start").getString()).isEqualTo("1998-01-01");
            assertThat(it.getLiteral("end").getString()).isEqualTo("2014-12-31");
            assertThat(it.getResource("license").getURI()).contains("CC_BY_4_0");
            assertThat(it.getResource("frequency").getURI()).endsWith("frequency/UPDATE_CONT");
        });
        assertThat(found.stream().map(it -> it.getResource("spatial").getURI()))
                .anyMatch(it -> it.endsWith("country/BRA"));
        assertThat(found.stream().map(it -> it.getResource("url").getURI()).distinct())
                .allSatisfy(it -> given().urlEncodingEnabled(false)
                        .get(it.substring(("http://localhost:" + RestAssured.port).length()))
                        .then()
                        .statusCode(200));
    }

    /** The properties used here and the classes that the shapes of DCAT-AP 3 require of their values. */
    private static final String CLASSES = """
            values (?property ?class) {
              (foaf:homepage foaf:Document) (dcat:landingPage foaf:Document) (dcat:themeTaxonomy skos:ConceptScheme)
              (dct:publisher foaf:Agent) (dct:license dct:LicenseDocument) (dct:language dct:LinguisticSystem)
              (dcat:theme skos:Concept) (dct:accessRights dct:RightsStatement) (dct:accrualPeriodicity dct:Frequency)
              (dct:spatial dct:Location) (dct:temporal dct:PeriodOfTime) (dcat:distribution dcat:Distribution)
              (dct:format dct:MediaTypeOrExtent) (dcat:mediaType dct:MediaType) (dct:conformsTo dct:Standard)
              (<http://data.europa.eu/r5r/availability> skos:Concept) }""";

    @Test
    void referencedResourcesHaveTheClassesOfTheProfile() {
        var model = read(territoryOfVisits(), "text/turtle", Lang.TURTLE);

        assertThat(select(
                        model,
                        "select distinct ?property where { " + CLASSES
                                + " ?thing ?property ?object . ?object a ?class }"))
                .hasSize(16);
        assertThat(select(
                        model,
                        "select ?object where { " + CLASSES
                                + " ?thing ?property ?object filter not exists { ?object a ?class } }"))
                .isEmpty();
        assertThat(select(model, """
                select ?object where {
                  { ?object a skos:Concept filter not exists { ?object skos:prefLabel ?label } }
                  union { ?object a skos:ConceptScheme filter not exists { ?object dct:title ?title } }
                  union { ?object a dcat:Distribution filter not exists { ?object dct:description ?text filter(lang(?text) = "pt") } } }""")).isEmpty();
    }

    @Test
    void theLandingPageExists() {
        var territory = territoryOfVisits();
        post(event(territory, "e-1", "event.planned", "{\"start\": \"2019-05-12\"}"));
        given().get("/v1/territories/" + territory + "/activities?minPosition=4")
                .then()
                .statusCode(200);

        var found = select(read(territory, "text/turtle", Lang.TURTLE), """
                select ?page where { ?set dct:identifier "%s/bahia" ; dcat:landingPage ?page . ?page a foaf:Document }""".formatted(territory));

        assertThat(found).hasSize(1);
        var page = found.getFirst().getResource("page").getURI();
        given().urlEncodingEnabled(false)
                .get(page.substring(("http://localhost:" + RestAssured.port).length()))
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .body(containsString("<td class=\"n\">2</td>"));
    }

    @Test
    void turtleAndJsonLdHaveTheSameContent() {
        var territory = territoryOfVisits();

        var turtle = read(territory, "text/turtle", Lang.TURTLE);
        var json = read(territory, "application/ld+json", Lang.JSONLD);

        assertThat(turtle.isIsomorphicWith(json)).isTrue();
        assertThat(turtle.size()).isGreaterThan(100);
    }

    private static Optional<String> next(Model page) {
        var links = select(page, """
                prefix hydra: <http://www.w3.org/ns/hydra/core#>
                select ?next where { ?catalog hydra:view ?view . ?view a hydra:PartialCollectionView ; hydra:next ?next }""");
        return links.stream().map(it -> it.getResource("next").getURI()).findFirst();
    }

    @Test
    void thePagesContainAllTerritories() {
        var last = "";
        for (int i = 0; i < 25; i++) {
            var territory = freshTerritory();
            last = territory.compareTo(last) > 0 ? territory : last;
        }
        var next = Optional.of("/v1/catalog?format=turtle&cursor=s-" + last);
        var pages = new ArrayList<Model>();
        while (next.isPresent()) {
            var answer = given().get(next.get()).then().statusCode(200).extract();
            pages.add(model(answer.asString(), Lang.TURTLE));
            next = Optional.ofNullable(answer.header("Link")).map(it -> it.substring(1, it.indexOf('>')));
            assertThat(next(pages.getLast())).isEqualTo(next.map(it -> "http://localhost:" + RestAssured.port + it));
        }

        assertThat(pages).hasSizeGreaterThan(1);
        var dataset = "#" + last + "/bahia";
        assertThat(pages).anySatisfy(page -> assertThat(page.toString()).contains(dataset));
        given().get("/v1/catalog?cursor=No!").then().statusCode(400);
    }

    @Test
    void linksUseTheRequestedHost() {
        for (var host : List.of("one.example", "two.example:8080")) {
            given().header("Host", host)
                    .get("/v1/catalog?format=turtle&cursor=t")
                    .then()
                    .statusCode(200)
                    .body(containsString("<http://" + host + "/v1/catalog> a dcat:Catalog"))
                    .body(not(containsString(".invalid")));
        }
    }

    @Test
    void reportedAndWithdrawnDataCoverTheirYears() {
        var territory = freshTerritory();
        post("""
                {"specversion": "1.0", "id": "population", "source": "urn:test", "type": "org.bitacora.measure.reported",
                 "subject": "%s/population", "data": {"period": "2003", "value": "1000", "unit": "persons"}}""".formatted(territory));
        post(event(territory, "v-1", "visit.received", "{\"start\": \"2009-05-12\"}"));
        post(event(territory, "v-1", "activity.withdrawn", "{}"));
        given().get("/v1/territories/" + territory + "/activities?minPosition=4")
                .then()
                .statusCode(200);

        var found = select(read(territory, "text/turtle", Lang.TURTLE), """
                select ?start ?end where {
                  ?set dct:identifier "%s/bahia" ; dct:temporal [ dcat:startDate ?start ; dcat:endDate ?end ] }""".formatted(territory));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().getLiteral("start").getString()).isEqualTo("2003-01-01");
        assertThat(found.getFirst().getLiteral("end").getString()).isEqualTo("2009-12-31");
    }

    @Test
    void unsupportedFormatsAreRefused() {
        given().get("/v1/catalog?format=xml").then().statusCode(400);
    }
}
