package org.bitacora.projections.publication;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.publication.PublicationEvent;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.postgres.CallerContext;
import org.bitacora.eventlog.postgres.LogRowMapper;

/** The publications of territories: entries of their logs, which nobody can change. */
public final class PublicationRepository {

    private static final String SELECT = """
            select territory, position, recorded_at, source, id, type, schema_version, subject, time, data, posted_by,
                   content, private_digest
            from log where territory = $1 and type = $2 and ($3::text is null or subject = $3) order by position""";

    /** What is frozen is large, and who lists publications does not show it. */
    private static final String LATEST = """
            select territory, position, recorded_at, source, id, type, schema_version, subject, time,
                   (data::jsonb - array['content', 'csv', 'html'])::text as data, posted_by, content, private_digest
            from log where territory = $1 and type = $2 and position <= $3 order by position desc limit $4""";

    private final Pool pool;

    /** Those that the pool's connections see. */
    public PublicationRepository(Pool pool) {
        this.pool = pool;
    }

    /** The subject of one. */
    public static String subject(String territory, String code) {
        return territory + "/publications/" + code;
    }

    /** All of a territory, the first first. */
    public Uni<List<Entry>> listAll(String territory) {
        return read(SELECT, Tuple.of(territory, PublicationEvent.PUBLISHED_TYPE, null));
    }

    /** The latest of a territory up to a position, at most so many, the last first; without what is frozen in them. */
    public Uni<List<Entry>> latest(String territory, long position, int most) {
        return read(LATEST, Tuple.of(territory, PublicationEvent.PUBLISHED_TYPE, position, most));
    }

    /** The one of that code. */
    public Uni<Optional<Entry>> find(String territory, String code) {
        return read(SELECT, Tuple.of(territory, PublicationEvent.PUBLISHED_TYPE, subject(territory, code)))
                .map(found -> found.stream().findFirst());
    }

    private Uni<List<Entry>> read(String sql, Tuple asked) {
        return CallerContext.emitOnCallerContext(
                        () -> UniHelper.toUni(pool.preparedQuery(sql).execute(asked)))
                .map(LogRowMapper::entries);
    }
}
