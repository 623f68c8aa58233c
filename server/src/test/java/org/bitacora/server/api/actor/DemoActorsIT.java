package org.bitacora.server.api.actor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.bitacora.server.sample.DemoSamples;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The actors of the demo equal the counts in its README. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class DemoActorsIT extends HttpScenario {

    private static final String MAP = "/v1/territories/br-belo-horizonte/actors/map?minPosition=412";

    @Inject
    DemoSamples demoSamples;

    @BeforeEach
    void load() {
        demoSamples.load();
    }

    @ParameterizedTest
    @CsvSource({
        "agencia-de-inversiones, local-government, 4, 2, 5, 4, 15",
        "camara-de-industria, private, 2, 1, 5, 5, 13",
        "Coro de los Barrios, social, 0, 0, 3, 1, 4",
        "diario-de-la-capital, media, 1, 4, 3, 2, 10",
        "empresa-de-turismo, local-government, 3, 4, 6, 8, 21",
        "foro-de-ciudades, international, 0, 2, 1, 2, 5",
        "gobierno-del-estado, other-government, 2, 4, 5, 0, 11",
        "museo-de-las-montanas, social, 0, 2, 2, 2, 6",
        "red-de-vecinos, social, 2, 1, 6, 2, 11",
        "universidad-del-cerrado, academic, 4, 7, 7, 7, 25",
    })
    void everyActorTookPartAsTheReadmeSays(
            String actor, String sector, int in2010, int in2011, int in2012, int in2013, int ever) {
        expect(actor, sector, "&period=2010", in2010);
        expect(actor, sector, "&period=2011", in2011);
        expect(actor, sector, "&period=2012", in2012);
        expect(actor, sector, "&period=2013", in2013);
        expect(actor, sector, "", ever);
    }

    private static void expect(String actor, String sector, String period, int activities) {
        var map = given().get(MAP + period).then().statusCode(200).extract();
        var place = "actors.find { it.code == '" + actor + "' }";
        if (map.path(place) == null) {
            assertThat(activities).isZero();
            return;
        }
        assertThat(map.<String>path(place + ".sector")).isEqualTo(sector);
        assertThat(map.<Integer>path(place + ".activities")).isEqualTo(activities);
        given().urlEncodingEnabled(false)
                .get(map.<String>path(place + ".evidence"))
                .then()
                .statusCode(200)
                .body("items", hasSize(activities));
    }
}
