package org.bitacora.api.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.bitacora.api.webhook.Outcome.Answered;
import org.bitacora.api.webhook.Outcome.Unreached;
import org.jboss.logging.Logger;

/** Notes what became of attempts, and what follows from it. */
@Singleton
class Results {

    private static final Logger LOG = Logger.getLogger(Results.class);

    private final Pool pool;
    private final Bells bells;
    private final Waits waits;
    private final SecureRandom random = new SecureRandom();
    private final Counter delivered;
    private final Counter failed;

    Results(@Named("log") Pool pool, Bells bells, WebhookConfiguration configuration, MeterRegistry meters) {
        this.pool = pool;
        this.bells = bells;
        this.waits = new Waits(configuration.waits());
        this.delivered = Counter.builder("bitacora.webhooks.delivered")
                .description("Messages that receivers have taken")
                .register(meters);
        this.failed = Counter.builder("bitacora.webhooks.failed")
                .description("Attempts that failed")
                .register(meters);
    }

    Future<?> note(Due due, Outcome outcome, Duration took) {
        return switch (outcome) {
            case Answered answered when answered.isTaken() -> taken(due, answered, took);
            case Answered answered when answered.isGone() -> giveUp(due, answered, took, "ended", "It answered 410.");
            case Answered answered -> failed(due, answered, took, answered.retryAfter());
            case Unreached unreached -> failed(due, unreached, took, Optional.empty());
        };
    }

    private Future<?> taken(Due due, Answered answered, Duration took) {
        delivered.increment();
        return run(CourierSql.DELIVERED, values(due, answered, took)).onSuccess(_ -> {
            bells.log().ring();
            bells.observations().wake();
        });
    }

    private Future<?> failed(Due due, Outcome outcome, Duration took, Optional<Duration> wanted) {
        failed.increment();
        return waits.after(due.attempts(), wanted, random)
                .<Future<?>>map(wait ->
                        run(CourierSql.PUT_OFF, values(due, outcome, took).addLong(wait.toMillis())))
                .orElseGet(() -> giveUp(due, outcome, took, "suspended", due.id() + ": " + words(outcome)));
    }

    private Future<?> giveUp(Due due, Outcome outcome, Duration took, String state, String reason) {
        LOG.warnf(
                "Subscription %s is %s, or a message asked for again is given up: %s",
                due.subscription(), state, reason);
        return run(
                CourierSql.GIVE_UP, values(due, outcome, took).addString(state).addString(reason));
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case Answered answered -> "answered " + answered.status();
            case Unreached unreached -> unreached.problem();
        };
    }

    private static Tuple values(Due due, Outcome outcome, Duration took) {
        var values = Tuple.of(due.id(), due.attempts());
        switch (outcome) {
            case Answered answered -> values.addInteger(answered.status()).addString("");
            case Unreached unreached -> values.addInteger(0).addString(unreached.problem());
        }
        return values.addInteger((int) took.toMillis());
    }

    private Future<?> run(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values);
    }
}
