package org.bitacora.projections.indicator;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.DefinitionReader;
import org.bitacora.domain.indicator.DefinitionReader.DefinitionResult;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.eventlog.postgres.CallerContext;

/** Reads the territories' own definitions of indicators. */
public final class DefinitionRepository {

    private static final String VERSIONS = """
            select code, version, known_from, recorded_at, definition from definition_version
            where territory = $1 and code = $2 order by version""";

    private static final String LATEST = """
            select distinct on (code) code, version, known_from, recorded_at, definition from definition_version
            where territory = $1 order by code, version desc""";

    private static final String KNOWN = """
            select distinct on (code) code, version, known_from, recorded_at, definition from definition_version
            where territory = $1 and known_from <= $2 order by code, version desc""";

    private static final String ALL = """
            select code, version, known_from, recorded_at, definition from definition_version
            where territory = $1 and known_from <= $2 order by code, version""";

    private static final String LATEST_OF = """
            select distinct on (territory) territory, code, version, known_from, recorded_at, definition
            from definition_version where territory = any($1::text[]) and code = $2 order by territory, version desc""";

    private final Pool pool;

    /** Creates a repository over the tables that the pool's connections see. */
    public DefinitionRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * A definition, with the position and recording time of its entry.
     *
     * @param position the position of the entry that contains the definition
     * @param recordedAt when that entry was recorded
     */
    public record RecordedDefinition(Definition definition, long position, Instant recordedAt) {}

    /** Returns all versions of a definition, oldest first; an empty list if the territory has no such definition. */
    public Uni<List<RecordedDefinition>> findVersions(String territory, String code) {
        return read(VERSIONS, Tuple.of(territory, code));
    }

    /** Returns the latest version of each of a territory's definitions, ordered by code. */
    public Uni<List<RecordedDefinition>> findLatest(String territory) {
        return read(LATEST, Tuple.of(territory));
    }

    /** Returns all versions of all definitions up to a position, ordered by code and version. */
    public Uni<List<RecordedDefinition>> findAllVersions(String territory, long position) {
        return read(ALL, Tuple.of(territory, position));
    }

    /** Returns the latest version of a definition in each of the territories that have one, by territory. */
    public Uni<Map<String, Definition>> findLatest(Collection<String> territories, String code) {
        return QueryExecutor.run(pool, LATEST_OF, Tuple.of(territories.toArray(String[]::new), code))
                .map(rows -> {
                    Map<String, Definition> byTerritory = new HashMap<>();
                    rows.forEach(row -> toDefinition(row)
                            .ifPresent(it -> byTerritory.put(row.getString("territory"), it.definition())));
                    return byTerritory;
                });
    }

    /** Returns the version of each definition as of a position, ordered by code. */
    public Uni<List<RecordedDefinition>> findKnownAt(String territory, long position) {
        return read(KNOWN, Tuple.of(territory, position));
    }

    private Uni<List<RecordedDefinition>> read(String sql, Tuple parameters) {
        return CallerContext.emitOnCallerContext(
                        () -> UniHelper.toUni(pool.preparedQuery(sql).execute(parameters)))
                .map(rows -> {
                    var read = new ArrayList<RecordedDefinition>();
                    rows.forEach(row -> toDefinition(row).ifPresent(read::add));
                    return read;
                });
    }

    /** Reads a stored definition. It was validated before the append, and contains the definitions that it refers to. */
    private static Optional<RecordedDefinition> toDefinition(Row row) {
        var data = JsonReader.parseStored(row.getString("definition")) instanceof Json.Obj object
                ? object
                : Json.Obj.EMPTY;
        return DefinitionReader.read(row.getString("code"), row.getInteger("version"), data, _ -> Optional.empty())
                        instanceof DefinitionResult.ValidDefinition(var definition)
                ? Optional.of(new RecordedDefinition(
                        definition,
                        row.getLong("known_from"),
                        row.getOffsetDateTime("recorded_at").toInstant()))
                : Optional.empty();
    }
}
