package org.bitacora.exchange.spreadsheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.bitacora.exchange.spreadsheet.ImportRowResult.CellError;

/**
 * Stores imports and their row results in the database. Any node can read them, also after the node that ran the import
 * has died.
 */
@Singleton
class ImportRepository {

    private static final String INSERT = """
            insert into import_run (id, territory, source, posted_by, file, mode, dry_run, status, total, done, added,
                                    corrected, unchanged, rejected, skipped, errors, started_at, touched_at, unread_columns)
            values ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8, 0, 0, 0, 0, 0, 0, '[]', $9, $9, $10)""";
    private static final String DELETE_EXPIRED = "delete from import_run where started_at < $1";
    private static final String UPDATE_STATUS = """
            update import_run set status = $2, detail = $3, done = $4, added = $5, corrected = $6, unchanged = $7,
                rejected = $8, skipped = $9, position = nullif($10, 0), errors = $11, error_groups = $12,
                touched_at = $13, ended_at = $14, report = $15
            where id = $1""";
    private static final String INSERT_RESULTS = """
            with kept as (insert into import_outcomes (import_id, number, outcomes) values ($1, $16, $17)),
                 events as (
                     insert into import_event (import_id, territory, posted_by, position)
                     select id, territory, posted_by, unnest($18::bigint[]) from import_run
                     where id = $1 and not dry_run
                     on conflict do nothing)
            """ + UPDATE_STATUS;
    private static final String POSITIONS =
            "select position from import_event where import_id = $1 and territory = $2 order by position";
    private static final String POSTED_BY =
            "select posted_by from import_event where import_id = $1 and territory = $2 limit 1";
    private static final String FIND = "select * from import_run where id = $1 and territory = $2";
    private static final String LIST = """
            select * from import_run where territory = $1 and ($2::text is null or posted_by = $2)
            order by started_at desc, id limit $3""";
    private static final String OUTCOMES =
            "select number, outcomes from import_outcomes where import_id = $1 and number >= $2 order by number limit 1";
    private static final TypeReference<List<ImportRowResult>> OUTCOME_LIST = new TypeReference<>() {};
    private static final TypeReference<List<CellError>> ERROR_LIST = new TypeReference<>() {};
    private static final TypeReference<List<ImportErrorGroup>> GROUP_LIST = new TypeReference<>() {};
    private static final TypeReference<List<String>> TEXT_LIST = new TypeReference<>() {};
    private static final TypeReference<ImportReport> REPORT = new TypeReference<>() {};

    private final Pool pool;
    private final InstantSource clock;
    private final ObjectMapper mapper;

    ImportRepository(Pool pool, InstantSource clock, ObjectMapper mapper) {
        this.pool = pool;
        this.clock = clock;
        this.mapper = mapper;
    }

    /** A stored import. */
    record ImportRecord(ImportResponse response, String postedBy, Instant touchedAt) {}

    /** A chunk of row results with its number. */
    record ImportRowChunk(int number, List<ImportRowResult> results) {}

    /** Inserts a waiting import and deletes imports that started before {@code forgotten}. */
    Uni<Void> insert(ImportPlan plan, int total, Instant forgotten) {
        var importParameters = plan.parameters();
        return query(DELETE_EXPIRED, Tuple.of(utc(forgotten)))
                .chain(() -> query(
                        INSERT,
                        Tuple.from(List.of(
                                plan.id(),
                                importParameters.territory(),
                                plan.source(),
                                importParameters.caller().source(),
                                importParameters.file(),
                                importParameters.mode().word(),
                                importParameters.dryRun(),
                                total,
                                utc(clock.instant()),
                                text(plan.unreadColumns())))))
                .replaceWithVoid();
    }

    /** Updates the status and the progress of an import. */
    Uni<Void> updateStatus(String id, ImportStatus status, Optional<String> detail, ImportProgress importProgress) {
        return query(UPDATE_STATUS, statusValues(id, status, detail, importProgress))
                .replaceWithVoid();
    }

    private Tuple statusValues(String id, ImportStatus status, Optional<String> detail, ImportProgress importProgress) {
        var now = utc(clock.instant());
        return Tuple.tuple()
                .addString(id)
                .addString(status.word())
                .addString(detail.orElse(null))
                .addInteger(importProgress.done())
                .addInteger(importProgress.added())
                .addInteger(importProgress.corrected())
                .addInteger(importProgress.unchanged())
                .addInteger(importProgress.rejected())
                .addInteger(importProgress.skipped())
                .addLong(importProgress.position())
                .addString(text(importProgress.errors()))
                .addString(text(importProgress.errorGroups()))
                .addOffsetDateTime(now)
                .addOffsetDateTime(status.isEnd() ? now : null)
                .addString(text(importProgress.report()));
    }

    /** Stores row results together with the progress. */
    Uni<Void> saveResults(String id, int number, List<ImportRowResult> outcomes, ImportProgress importProgress) {
        var values = statusValues(id, ImportStatus.RUNNING, Optional.empty(), importProgress);
        var positions = outcomes.stream()
                .flatMap(it -> it.events().stream())
                .map(ImportRowResult.ImportedEvent::position)
                .filter(Objects::nonNull)
                .toArray(Long[]::new);
        return query(
                        INSERT_RESULTS,
                        values.addInteger(number).addString(text(outcomes)).addArrayOfLong(positions))
                .replaceWithVoid();
    }

    /** Returns the import with this id. */
    Uni<Optional<ImportRecord>> find(String territory, String id) {
        return query(FIND, Tuple.of(id, territory)).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(this::toRecord)
                .findFirst());
    }

    /** Returns the latest imports of a territory, optionally only those of one poster. */
    Uni<List<ImportRecord>> latest(String territory, Optional<String> postedBy, int limit) {
        return query(
                        LIST,
                        Tuple.tuple()
                                .addString(territory)
                                .addString(postedBy.orElse(null))
                                .addInteger(limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::toRecord)
                        .toList());
    }

    /** Returns the positions of the events of an import, in order. They are kept as long as the log. */
    Uni<List<Long>> positions(String id, String territory) {
        return query(POSITIONS, Tuple.of(id, territory)).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getLong("position"))
                .toList());
    }

    /** Returns the source of the key that sent the file of an import with events, also after the import has expired. */
    Uni<Optional<String>> postedBy(String id, String territory) {
        return query(POSTED_BY, Tuple.of(id, territory)).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString("posted_by"))
                .findFirst());
    }

    /** Returns the chunk with this number or the next one; empty at the end. */
    Uni<Optional<ImportRowChunk>> outcomes(String id, int number) {
        return query(OUTCOMES, Tuple.of(id, number)).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new ImportRowChunk(row.getInteger("number"), read(row.getString("outcomes"), OUTCOME_LIST)))
                .findFirst());
    }

    private ImportRecord toRecord(Row row) {
        var importProgress = new ImportProgress(
                row.getInteger("total"),
                row.getInteger("done"),
                row.getInteger("added"),
                row.getInteger("corrected"),
                row.getInteger("unchanged"),
                row.getInteger("rejected"),
                row.getInteger("skipped"),
                0,
                read(row.getString("errors"), ERROR_LIST),
                read(row.getString("error_groups"), GROUP_LIST),
                read(row.getString("report"), REPORT));
        var ended = row.getOffsetDateTime("ended_at");
        var territory = row.getString("territory");
        var id = row.getString("id");
        var response = new ImportResponse(
                id,
                territory,
                row.getString("source"),
                row.getString("file"),
                row.getString("mode"),
                row.getBoolean("dry_run"),
                row.getString("status"),
                row.getString("detail"),
                ImportResponse.ImportCounts.of(importProgress),
                row.getLong("position"),
                importProgress.errors(),
                importProgress.errorGroups(),
                read(row.getString("unread_columns"), TEXT_LIST),
                importProgress.report().mergedRows(),
                importProgress.report().repeatedRows(),
                importProgress.report().warnings(),
                importProgress.report().columnValues(),
                row.getOffsetDateTime("started_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                "/v1/territories/" + territory + "/imports/" + id + "/outcomes");
        return new ImportRecord(
                response,
                row.getString("posted_by"),
                row.getOffsetDateTime("touched_at").toInstant());
    }

    private Uni<RowSet<Row>> query(String sql, Tuple values) {
        return Uni.createFrom()
                .deferred(() -> UniHelper.toUni(pool.preparedQuery(sql).execute(values)));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private String text(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
