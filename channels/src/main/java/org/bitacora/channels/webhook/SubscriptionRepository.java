package org.bitacora.channels.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.application.access.Caller;
import org.bitacora.application.access.Role;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.problem.ProblemException;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** Stores subscriptions. A subscription is visible to its owner and to admins. */
@Singleton
class SubscriptionRepository {

    /**
     * Adds the missing cursors of a subscription; existing cursors do not change. A new cursor starts at the head of
     * the log. If the subscription was for all territories before, a missing cursor means that the territory is new, so
     * the cursor starts at the beginning of the log.
     */
    private static final String INSERT_CURSORS = """
            insert into webhook_place (subscription, territory, position)
            select s.id, h.territory, case when :was_all then 0 else h.position end from subscription s
            join head h on cardinality(s.territories) = 0 or h.territory = any(s.territories)
            where s.id = :id on conflict do nothing""";

    private static final String DELETE_CURSORS = """
            delete from webhook_place p using subscription s
            where s.id = :id and p.subscription = s.id
                and cardinality(s.territories) > 0 and p.territory <> all(s.territories)""";

    private static final String CANCEL_WAITING = """
            update webhook_delivery d set state = 'cancelled', ended_at = now() from subscription s
            where s.id = :id and d.subscription = s.id and d.state = 'waiting'
                and cardinality(s.territories) > 0 and d.territory <> all(s.territories)""";

    /**
     * Deletes the cursors of a subscription. Runs before the subscription is locked, because the message producers also
     * lock cursors first.
     */
    private static final String DELETE_ALL_CURSORS = "delete from webhook_place where subscription = :id";

    private static final String MOVE_CURSOR =
            "update webhook_place set position = :position" + " where subscription = :id and territory = :territory";

    /** Makes waiting messages due immediately, with a new retry schedule. */
    private static final String RETRY_WAITING =
            "update webhook_delivery set attempts = 0, due_at = now() where subscription = :id and state = 'waiting'";

    private final Mutiny.SessionFactory sessions;
    private final InstantSource clock;
    private final WebhookConfiguration configuration;

    SubscriptionRepository(Mutiny.SessionFactory sessions, InstantSource clock, WebhookConfiguration configuration) {
        this.sessions = sessions;
        this.clock = clock;
        this.configuration = configuration;
    }

    /** A subscription and its latest secret. */
    record SubscriptionWithSecret(Subscription subscription, SigningSecret secret) {}

    /** Returns the problem 404 of a subscription that does not exist or is not visible to the caller. */
    static ProblemException notFound() {
        return ProblemException.notFound(Detail.of("There is no subscription with this id."));
    }

    /** Creates a subscription that starts at the given positions, otherwise at the head of each log. */
    Uni<SubscriptionWithSecret> create(Subscription subscription, SigningKey key, Map<String, Long> after) {
        subscription.createdAt = clock.instant();
        subscription.updatedAt = subscription.createdAt;
        var secret = SigningSecret.of(key, subscription.id, subscription.createdAt);
        return sessions.withTransaction(session -> count(session, subscription.owner)
                .invoke(this::checkLimit)
                .chain(() -> session.persistAll(subscription, secret))
                .chain(session::flush)
                .chain(() -> createCursors(session, subscription.id, false, after))
                .replaceWith(() -> new SubscriptionWithSecret(subscription, secret)));
    }

    private static Uni<Long> count(Mutiny.Session session, String owner) {
        return session.createSelectionQuery("select count(*) from Subscription where owner = :owner", Long.class)
                .setParameter("owner", owner)
                .getSingleResult();
    }

    private void checkLimit(long count) {
        if (count >= configuration.most()) {
            throw ProblemException.forbidden(
                    Detail.of("A source may have at most {0} subscriptions.", configuration.most()));
        }
    }

    private static Uni<Void> createCursors(Mutiny.Session session, String id, boolean wasAll, Map<String, Long> after) {
        Uni<Void> placed = session.createNativeQuery(INSERT_CURSORS)
                .setParameter("id", id)
                .setParameter("was_all", wasAll)
                .executeUpdate()
                .replaceWithVoid();
        for (var startPosition : after.entrySet()) {
            placed = placed.chain(() -> session.createNativeQuery(MOVE_CURSOR)
                    .setParameter("id", id)
                    .setParameter("territory", startPosition.getKey())
                    .setParameter("position", startPosition.getValue())
                    .executeUpdate()
                    .replaceWithVoid());
        }
        return placed;
    }

    private static Uni<Void> execute(Mutiny.Session session, String sql, String id) {
        return session.createNativeQuery(sql)
                .setParameter("id", id)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Returns the subscriptions that the caller may see, in creation order. */
    Uni<List<SubscriptionWithSecret>> findAll(Caller caller) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from Subscription where :all = true or owner = :owner order by createdAt, id",
                        Subscription.class)
                .setParameter("all", isAdmin(caller))
                .setParameter("owner", caller.source())
                .getResultList()
                .flatMap(found -> withSecrets(session, found)));
    }

    private static Uni<List<SubscriptionWithSecret>> withSecrets(Mutiny.Session session, List<Subscription> found) {
        return session.createSelectionQuery(
                        "from SigningSecret where expiresAt is null and subscription in :ids", SigningSecret.class)
                .setParameter("ids", found.stream().map(it -> it.id).toList())
                .getResultList()
                .map(secrets -> found.stream()
                        .map(it -> new SubscriptionWithSecret(it, latest(secrets, it.id)))
                        .toList());
    }

    private static SigningSecret latest(List<SigningSecret> secrets, String id) {
        return secrets.stream()
                .filter(it -> it.subscription.equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the subscription with this id, if the caller may see it. */
    Uni<Optional<SubscriptionWithSecret>> find(Caller caller, String id) {
        return sessions.withSession(session -> findVisible(session, caller, id)
                .flatMap(found -> withSecrets(session, found.stream().toList()))
                .map(signed -> signed.stream().findFirst()));
    }

    private static Uni<Optional<Subscription>> findVisible(Mutiny.Session session, Caller caller, String id) {
        return session.find(Subscription.class, id).map(found -> Optional.ofNullable(found)
                .filter(it -> isAdmin(caller) || it.owner.equals(caller.source())));
    }

    private static boolean isAdmin(Caller caller) {
        return caller.role() == Role.ADMIN;
    }

    /** Updates a subscription. Waiting messages are retried immediately. */
    Uni<Optional<SubscriptionWithSecret>> update(
            Caller caller, String id, Subscription changed, Map<String, Long> after) {
        return sessions.withTransaction(session -> findVisible(session, caller, id)
                        .flatMap(found -> found.map(it -> update(session, it, changed, after))
                                .orElseGet(() -> Uni.createFrom().voidItem())))
                .chain(() -> find(caller, id));
    }

    private Uni<Void> update(
            Mutiny.Session session, Subscription subscription, Subscription changed, Map<String, Long> after) {
        boolean wasAll = subscription.coversAllTerritories();
        subscription.updateFrom(changed, clock.instant());
        return session.flush()
                .chain(() -> execute(session, DELETE_CURSORS, subscription.id))
                .chain(() -> execute(session, CANCEL_WAITING, subscription.id))
                .chain(() -> createCursors(session, subscription.id, wasAll, after))
                .chain(() -> execute(session, RETRY_WAITING, subscription.id));
    }

    /** Deletes a subscription with its messages. Returns whether it existed. */
    Uni<Boolean> delete(Caller caller, String id) {
        return sessions.withTransaction(session -> findVisible(session, caller, id)
                .flatMap(found -> found.map(it -> execute(session, DELETE_ALL_CURSORS, it.id)
                                .chain(() -> session.remove(it))
                                .replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false))));
    }

    /**
     * Renews the secret. Messages are also signed with the previous secret for a while, unless that secret is revoked.
     */
    Uni<Optional<SubscriptionWithSecret>> renewSecret(Caller caller, String id, SigningKey key, boolean endsAtOnce) {
        return sessions.withTransaction(session -> findVisible(session, caller, id)
                .flatMap(found -> found.map(it -> session.lock(it, LockMode.PESSIMISTIC_WRITE)
                                .chain(() -> renewSecret(session, it, key, endsAtOnce))
                                .map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    private Uni<SubscriptionWithSecret> renewSecret(
            Mutiny.Session session, Subscription subscription, SigningKey key, boolean endsAtOnce) {
        var now = clock.instant();
        var secret = SigningSecret.of(key, subscription.id, now);
        return session.createMutationQuery(
                        "delete SigningSecret where subscription = :id and (expiresAt is not null or :now = true)")
                .setParameter("now", endsAtOnce)
                .setParameter("id", subscription.id)
                .executeUpdate()
                .chain(() -> session.createMutationQuery(
                                "update SigningSecret set expiresAt = :end where subscription = :id and expiresAt is null")
                        .setParameter("end", now.plus(configuration.overlap()))
                        .setParameter("id", subscription.id)
                        .executeUpdate())
                .chain(() -> session.persist(secret))
                .replaceWith(() -> new SubscriptionWithSecret(subscription, secret));
    }
}
