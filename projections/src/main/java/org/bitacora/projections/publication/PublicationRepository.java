package org.bitacora.projections.publication;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.publication.PublicationEvent;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.postgres.CallerContext;
import org.bitacora.eventlog.postgres.LogRowMapper;

/** Reads the publications of territories, which are immutable entries of their logs. */
public final class PublicationRepository {

    private static final String SELECT = """
            select territory, position, recorded_at, source, id, type, schema_version, subject, time, data, posted_by,
                   content, private_digest, extensions
            from log where territory = $1 and type = $2 and ($3::text is null or subject = $3) order by position""";

    /** Omits the frozen content, because it is large and lists of publications do not show it. */
    private static final String LATEST = """
            select territory, position, recorded_at, source, id, type, schema_version, subject, time,
                   (data::jsonb - array['content', 'csv', 'html'])::text as data, posted_by, content, private_digest,
                   extensions
            from log where territory = $1 and type = $2 and position <= $3 order by position desc limit $4""";

    private final Pool pool;

    /** Creates a repository over the tables that the pool's connections see. */
    public PublicationRepository(Pool pool) {
        this.pool = pool;
    }

    /** Returns all publications of a territory, oldest first. */
    public Uni<List<Entry>> listAll(String territory) {
        return read(SELECT, Tuple.of(territory, PublicationEvent.PUBLISHED_TYPE, null));
    }

    /** Returns the latest publications up to a position, newest first, at most {@code limit}, without their frozen content. */
    public Uni<List<Entry>> latest(String territory, long position, int limit) {
        return read(LATEST, Tuple.of(territory, PublicationEvent.PUBLISHED_TYPE, position, limit));
    }

    /** Returns the publication with a code; empty if there is none. */
    public Uni<Optional<Entry>> find(String territory, String code) {
        return Subject.PublicationSubject.of(territory, code)
                .map(subject -> read(SELECT, Tuple.of(territory, PublicationEvent.PUBLISHED_TYPE, subject.text()))
                        .map(found -> found.stream().findFirst()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<List<Entry>> read(String sql, Tuple parameters) {
        return CallerContext.emitOnCallerContext(
                        () -> UniHelper.toUni(pool.preparedQuery(sql).execute(parameters)))
                .map(LogRowMapper::entries);
    }
}
