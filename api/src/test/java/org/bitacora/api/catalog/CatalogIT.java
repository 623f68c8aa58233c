package org.bitacora.api.catalog;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bitacora.api.testing.Calls.event;
import static org.bitacora.api.testing.Calls.freshTerritory;
import static org.bitacora.api.testing.Calls.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.bitacora.api.testing.OverHttp;
import org.bitacora.api.testing.RealDatabase;
import org.junit.jupiter.api.Test;

/** The catalogue, read back by a library that did not write it. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class CatalogIT extends OverHttp {

    private static final String PREFIXES = """
            prefix dcat: <http://www.w3.org/ns/dcat#>
            prefix dct: <http://purl.org/dc/terms/>
            prefix foaf: <http://xmlns.com/foaf/0.1/>
            """;

    private static Model read(String accept, Lang lang) {
        var text = given().header("Accept", accept)
                .get("/v1/catalog")
                .then()
                .statusCode(200)
                .extract()
                .asString();
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
    void eachDatasetHasWhatTheProfileAsksFor() {
        var territory = territoryOfVisits();
        var model = fresh(territory);

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

    /** The catalogue may be ten seconds old. */
    private static Model fresh(String territory) {
        return await().atMost(20, SECONDS).until(() -> read("text/turtle", Lang.TURTLE), it -> it.toString()
                .contains(territory));
    }

    @Test
    void bothFormsSayTheSame() {
        var territory = territoryOfVisits();
        fresh(territory);

        var turtle = read("text/turtle", Lang.TURTLE);
        var json = read("application/ld+json", Lang.JSONLD);

        assertThat(turtle.isIsomorphicWith(json)).isTrue();
        assertThat(turtle.size()).isGreaterThan(100);
    }

    @Test
    void whatIsNoFormOfTheCatalogueIsRefused() {
        given().get("/v1/catalog?format=xml").then().statusCode(400);
    }
}
