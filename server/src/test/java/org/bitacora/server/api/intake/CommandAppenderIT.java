package org.bitacora.server.api.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.bitacora.application.RefusalException;
import org.bitacora.application.access.Caller;
import org.bitacora.application.background.BlockingCalls;
import org.bitacora.application.intake.CommandAppender;
import org.bitacora.application.intake.CommandAppender.EventCommand;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.identifier.TerritoryCode;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.strategy.StrategyEvent;
import org.bitacora.domain.strategy.StrategySection;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Concurrent revisions of several parts of a strategy, based on the same version. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class CommandAppenderIT extends HttpScenario {

    @Inject
    CommandAppender commandAppender;

    private String territory = "";

    @BeforeEach
    void found() {
        territory = freshTerritory();
    }

    /** Adopts a plan and defines objectives with these codes. */
    private List<EventCommand> revision(String... objectives) {
        var subject = new Subject.StrategySubject(new TerritoryCode(territory), "plan");
        var adopted = new EventCommand(
                subject,
                "plan-0",
                new StrategyEvent.StrategyAdopted(
                        Json.Obj.EMPTY.with("name", Json.of("Plan")).with("period", Json.of("2014/2017"))));
        var defined = Stream.of(objectives)
                .map(code -> new EventCommand(
                        subject,
                        "plan-0",
                        new StrategyEvent.SectionItemStated(
                                StrategySection.OBJECTIVES,
                                Json.Obj.EMPTY
                                        .with("code", Json.of(code))
                                        .with("name", Json.of("Objective"))
                                        .with("perspective", Json.of("internal")))));
        return Stream.concat(Stream.of(adopted), defined).toList();
    }

    private long state(List<EventCommand> statements) {
        return BlockingCalls.await(() -> commandAppender.appendInSequence(Caller.ADMIN, statements));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "actors/ufba           | {\"name\": \"UFBA\", \"sector\": \"academic\"}",
                "indicators/own.visits | {\"name\": \"Visits\", \"unit\": \"activities\", \"measure\": {\"count\": \"activities\"}}",
                "strategies/plan       | {\"name\": \"Plan\", \"period\": \"2014/2017\"}",
            })
    void aCommandDoesNotCreateALog(String resource, String body) {
        var unknown = "t-unknown-" + resource.length();

        asAdmin()
                .contentType("application/json")
                .body(body)
                .put("/v1/territories/" + unknown + "/" + resource)
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:bitacora:problem:not-found"));

        given().get("/v1/territories/" + unknown + "/log").then().statusCode(404);
    }

    @Test
    void eventsOfCommandsAreValidated() {
        var invalid = new EventCommand(
                new Subject.StrategySubject(new TerritoryCode(territory), "plan"),
                "plan-0",
                new StrategyEvent.StrategyAdopted(Json.Obj.EMPTY.with("name", Json.of("Plan"))));

        assertThatThrownBy(() -> state(List.of(invalid)))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("Contract violation");
    }

    @Test
    void aRepeatedRevisionIsADuplicate() {
        assertThat(state(revision("o1", "o2"))).isEqualTo(4);

        assertThat(state(revision("o1", "o2"))).isEqualTo(4);
    }

    @Test
    void aSmallerConcurrentRevisionIsRefused() {
        state(revision("o1", "o2"));

        assertThatThrownBy(() -> state(revision("o1")))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("changed by another request");
    }

    @Test
    void aDifferentConcurrentRevisionIsRefusedAndNotStored() {
        state(revision("o1"));

        assertThatThrownBy(() -> state(revision("o2", "o3")))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("changed by another request");

        assertThat(state(revision("o1"))).isEqualTo(3);
    }
}
