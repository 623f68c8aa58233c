package org.bitacora.projections.strategy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.bitacora.domain.activity.ActivityEventType;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.postgres.CallerContext;
import org.bitacora.eventlog.postgres.LogRowMapper;

/** Reads the feedback on the activities of a territory: the entries that assess them. */
public final class FeedbackRepository {

    /** The type of events that assess an activity. */
    public static final String EVENT_TYPE = ActivityEventType.PREFIX + "activity.assessed";

    private static final String SELECT = """
            select territory, position, recorded_at, source, id, type, schema_version, subject, time, data, posted_by,
                   content, private_digest, extensions
            from log where territory = $1 and position <= $2 and type = $3 order by position""";

    private final Pool pool;

    /** Creates a repository over the tables that the pool's connections see. */
    public FeedbackRepository(Pool pool) {
        this.pool = pool;
    }

    /** Returns all feedback up to a position, in log order. */
    public Uni<List<Entry>> listUpTo(String territory, long position) {
        return CallerContext.emitOnCallerContext(() ->
                        UniHelper.toUni(pool.preparedQuery(SELECT).execute(Tuple.of(territory, position, EVENT_TYPE))))
                .map(LogRowMapper::entries);
    }
}
