package org.bitacora.channels.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.bitacora.channels.webhook.Outcome.Answered;
import org.bitacora.channels.webhook.Outcome.Unreached;
import org.jboss.logging.Logger;

/** Notes what became of attempts, and what follows from it. */
@Singleton
class Results {

    private static final Logger LOG = Logger.getLogger(Results.class);
    private static final Duration SLOW = Duration.ofSeconds(2);

    private final Pool pool;
    private final Bells bells;
    private final Waits waits;
    private final SecureRandom random = new SecureRandom();
    private final Counter delivered;
    private final Counter failed;

    Results(WebhookConnections connections, Bells bells, WebhookConfiguration configuration, MeterRegistry meters) {
        this.pool = connections.pool();
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
            case Answered answered
            when answered.isGone() -> {
                LOG.infof("Subscription %s has ended: its receiver answered 410", due.subscription());
                yield run(CourierSql.END, values(due, answered, took).addString("It answered 410."));
            }
            case Answered answered -> failed(due, answered, took, answered.retryAfter());
            case Unreached unreached -> failed(due, unreached, took, Optional.empty());
        };
    }

    private Future<?> taken(Due due, Answered answered, Duration took) {
        delivered.increment();
        return run(CourierSql.DELIVERED, values(due, answered, took))
                .onSuccess(_ -> bells.moved(Set.of(due.territory())));
    }

    private Future<?> failed(Due due, Outcome outcome, Duration took, Optional<Duration> wanted) {
        failed.increment();
        return waits.after(due.attempts(), wanted, random)
                .<Future<?>>map(wait ->
                        run(CourierSql.PUT_OFF, values(due, outcome, took).addLong(wait.toMillis())))
                .orElseGet(() -> giveUp(due, outcome, took));
    }

    private Future<?> giveUp(Due due, Outcome outcome, Duration took) {
        var reason = due.id() + ": " + words(outcome);
        LOG.warnf("No more attempts for subscription %s, %s", due.subscription(), reason);
        return run(CourierSql.SUSPEND, values(due, outcome, took).addString(reason));
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case Answered answered -> "answered " + answered.status();
            case Unreached unreached -> unreached.problem();
        };
    }

    private static Tuple values(Due due, Outcome outcome, Duration took) {
        var values = Tuple.of(due.id(), due.claim());
        boolean isTaken = false;
        switch (outcome) {
            case Answered answered -> {
                values.addInteger(answered.status()).addString("");
                isTaken = answered.isTaken();
            }
            case Unreached unreached -> values.addInteger(0).addString(unreached.problem());
        }
        return values.addInteger((int) took.toMillis()).addBoolean(!isTaken || took.compareTo(SLOW) > 0);
    }

    private Future<?> run(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values);
    }
}
