package org.bitacora.server.api.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bitacora.server.testing.TestRequests.freshTerritory;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.bitacora.application.access.Caller;
import org.bitacora.application.background.BlockingCalls;
import org.bitacora.application.intake.CommandAppender;
import org.bitacora.application.intake.CommandAppender.EventCommand;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.json.Json;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Revisions of several statements, which come after the same version of what they revise. */
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

    /** Adopts a plan, and defines objectives of those codes. */
    private List<EventCommand> revision(String... objectives) {
        var subject = territory + "/strategies/plan";
        var adopted = new EventCommand(
                territory,
                "org.bitacora.strategy.adopted",
                subject,
                "plan-0",
                Json.Obj.EMPTY.with("name", Json.of("Plan")));
        var defined = Stream.of(objectives)
                .map(code -> new EventCommand(
                        territory,
                        "org.bitacora.objective.defined",
                        subject,
                        "plan-0",
                        Json.Obj.EMPTY.with("code", Json.of(code)).with("name", Json.of("Objective"))));
        return Stream.concat(Stream.of(adopted), defined).toList();
    }

    private long state(List<EventCommand> statements) {
        return BlockingCalls.await(() -> commandAppender.appendInSequence(Caller.ADMIN, statements));
    }

    @Test
    void theSameRevisionAgainIsTheSame() {
        assertThat(state(revision("o1", "o2"))).isEqualTo(4);

        assertThat(state(revision("o1", "o2"))).isEqualTo(4);
    }

    @Test
    void whoRevisesLessThanAnotherDidAfterTheSameVersionIsToldSo() {
        state(revision("o1", "o2"));

        assertThatThrownBy(() -> state(revision("o1")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("meanwhile");
    }

    @Test
    void whoRevisesOtherThanAnotherDidAfterTheSameVersionIsToldSoAndNothingIsStored() {
        state(revision("o1"));

        assertThatThrownBy(() -> state(revision("o2", "o3")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("meanwhile");

        assertThat(state(revision("o1"))).isEqualTo(3);
    }
}
