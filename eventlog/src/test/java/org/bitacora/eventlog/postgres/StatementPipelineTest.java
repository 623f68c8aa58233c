package org.bitacora.eventlog.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementPipelineTest {

    private final Promise<String> first = Promise.promise();
    private final Promise<String> second = Promise.promise();
    private final Promise<String> third = Promise.promise();

    private Future<?> all() {
        return StatementPipeline.join(List.of(first.future(), second.future(), third.future()));
    }

    @Test
    void theFailureIsThatOfTheFirstFailedStatement() {
        var all = all();
        third.fail("aborted");
        first.complete("done");
        assertThat(all.isComplete()).isFalse();
        second.fail("refused");

        assertThat(all.cause()).hasMessage("refused");
    }

    @Test
    void theResultCompletesWhenAllStatementsHaveCompleted() {
        var all = all();
        third.complete("done");
        second.complete("done");
        assertThat(all.isComplete()).isFalse();
        first.complete("done");

        assertThat(all.succeeded()).isTrue();
    }
}
