package org.bitacora.projections.projector;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bitacora.domain.activity.ActivityFold;
import org.bitacora.eventlog.upcast.Upcasters;

/**
 * Rebuilds all read models from the logs in a shadow schema, while the current ones serve requests, and swaps the schemas
 * after catching up. A rebuild produces the same rows as incremental projection.
 */
public final class ReadModelRebuild {

    private static final String SCHEMA = "rebuild";
    /** Incremented with every migration that changes the structure of the read models. */
    private static final int READ_MODEL_VERSION = 3;

    private static final int WORKERS = 2;
    private static final int ENTRIES = 1_000;

    private static final String PREPARE = """
            drop schema if exists rebuild cascade;
            create schema rebuild;
            create table rebuild.checkpoint (like public.checkpoint including all);
            create table rebuild.parked (like public.parked including all);
            create table rebuild.territory (like public.territory including all);
            create table rebuild.parent_version (like public.parent_version including all);
            create table rebuild.activity_version (like public.activity_version including all);
            create table rebuild.series_version (like public.series_version including all);
            create table rebuild.definition_version (like public.definition_version including all);
            create table rebuild.membership_version (like public.membership_version including all);
            create table rebuild.strategy_version (like public.strategy_version including all);
            create table rebuild.actor_version (like public.actor_version including all);
            insert into rebuild.checkpoint select territory, 0 from public.checkpoint""";

    /** Stops all projectors: no projector can hold a checkpoint, so the rebuilt read models stay caught up until the swap. */
    private static final String LOCK_CHECKPOINTS = "lock table public.checkpoint in exclusive mode";

    private static final String ADD_NEW_LOGS =
            "insert into rebuild.checkpoint select territory, 0 from public.checkpoint on conflict do nothing";

    private static final String SWAP = """
            drop table public.checkpoint, public.parked, public.territory, public.parent_version,
                public.activity_version, public.series_version, public.definition_version, public.membership_version,
                public.strategy_version, public.actor_version;
            alter table rebuild.checkpoint set schema public;
            alter table rebuild.parked set schema public;
            alter table rebuild.territory set schema public;
            alter table rebuild.parent_version set schema public;
            alter table rebuild.activity_version set schema public;
            alter table rebuild.series_version set schema public;
            alter table rebuild.definition_version set schema public;
            alter table rebuild.membership_version set schema public;
            alter table rebuild.strategy_version set schema public;
            alter table rebuild.actor_version set schema public;
            drop schema rebuild;
            update generation set number = number + 1, shape =\s""" + READ_MODEL_VERSION;

    private static final String IS_OUTDATED = "select from generation where shape < " + READ_MODEL_VERSION;

    private final Vertx vertx;
    private final Function<String, Pool> pools;
    private final Upcasters upcasters;

    /** Creates a rebuild; {@code pools} creates a pool for a search path, whose first schema receives the tables. */
    public ReadModelRebuild(Vertx vertx, Function<String, Pool> pools, Upcasters upcasters) {
        this.vertx = vertx;
        this.pools = pools;
        this.upcasters = upcasters;
    }

    /** Returns whether the read models have the structure of an earlier release and have to be rebuilt. */
    public boolean isRequired() {
        var pool = pools.apply("public");
        try {
            return Futures.await(pool.query(IS_OUTDATED).execute()).size() > 0;
        } finally {
            Futures.await(pool.close());
        }
    }

    /** Rebuilds the read models in the schema {@code rebuild}, without a swap. */
    public void buildInShadowSchema() {
        var pool = pools.apply(SCHEMA + ",public");
        try {
            Futures.await(pool.query(PREPARE).execute());
            catchUp(pool);
        } finally {
            Futures.await(pool.close());
        }
    }

    /** Rebuilds the read models, catches up while projectors are stopped, and swaps the schemas. */
    public void buildAndSwap() {
        buildInShadowSchema();
        var pool = pools.apply(SCHEMA + ",public");
        try {
            var connection = Futures.await(pool.getConnection());
            Futures.await(connection.query("begin").execute());
            Futures.await(connection.query(LOCK_CHECKPOINTS).execute());
            Futures.await(pool.query(ADD_NEW_LOGS).execute());
            catchUp(pool);
            Futures.await(connection.query(SWAP).execute());
            Futures.await(connection.query("commit").execute());
            connection.close();
        } finally {
            Futures.await(pool.close());
        }
    }

    private void catchUp(Pool pool) {
        var workers = IntStream.range(0, WORKERS)
                .mapToObj(_ -> vertx.executeBlocking(() -> projectAll(pool), false))
                .map(future -> future.toCompletionStage().toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(workers).join();
    }

    private boolean projectAll(Pool pool) {
        var projector = new Projector(pool, upcasters, ActivityFold::new, ENTRIES);
        boolean behind = true;
        while (behind) {
            behind = projector.runPass(Set.of()).hasMore();
        }
        return true;
    }
}
