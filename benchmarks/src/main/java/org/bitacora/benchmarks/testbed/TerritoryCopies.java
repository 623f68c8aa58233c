package org.bitacora.benchmarks.testbed;

import java.util.List;
import org.bitacora.benchmarks.progress.ProgressLog;

/**
 * Thousands of territories. One is posted and projected normally; the others are copies of its rows in the log and in
 * the versions. Posting them would produce the same rows but take longer than all measurements.
 */
public final class TerritoryCopies {

    /** The territory that is copied. */
    private static final String ORIGINAL = "copy-0000";

    private static final int THOUSAND = 1_000;
    private static final int EVENTS = 1_250;
    private static final int CORRECTED = 250;

    private static final List<String> MAINTENANCE = List.of(
            "vacuum analyze activity_version",
            "vacuum analyze log",
            "vacuum analyze head",
            "vacuum analyze checkpoint",
            "vacuum analyze territory",
            "checkpoint");

    private static final String COLUMNS = """
            select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns
            where table_schema = 'public' and table_name = 'activity_version' and column_name <> 'territory'""";

    private final Testbed bed;
    private int count;

    TerritoryCopies(Testbed bed) {
        this.bed = bed;
    }

    /**
     * Ensures that these territories exist, each with 1,000 activities, of which one in four was corrected. Their codes
     * are {@link #territoryCode}.
     */
    public void ensureCopies(TerritoryScale territoryScale) {
        if (count == 0) {
            bed.seeder().registerTerritories(List.of(ORIGINAL));
            bed.seeder().postEvents(ORIGINAL, EVENTS, CORRECTED);
            bed.projector().awaitCatchUp();
            count = 1;
        }
        long begin = System.nanoTime();
        boolean isGrowing = count < territoryScale.territories();
        for (; count < territoryScale.territories(); count = Math.min(territoryScale.territories(), nextThousand())) {
            bed.database()
                    .execute(copyStatements(
                            count, nextThousand() - 1, bed.database().queryString(COLUMNS)));
            ProgressLog.print(
                    "  %,d territories of 1,000 activities after %.1f s",
                    nextThousand(), ProgressLog.secondsSince(begin));
        }
        if (isGrowing) {
            MAINTENANCE.forEach(bed.database()::execute);
        }
    }

    private int nextThousand() {
        return (count / THOUSAND + 1) * THOUSAND;
    }

    /**
     * Returns the statements that copy territories. Beyond the first thousand the data of log entries are left out:
     * observations do not read them and they take the most space.
     */
    private static String copyStatements(int from, int to, String columns) {
        return """
                begin;
                create temporary table copies on commit drop as
                    select 'copy-' || lpad(n::text, 4, '0') as code from generate_series(%4$d, %1$d) n;
                insert into territory (code, name, kind, country, timezone, parent, position)
                    select c.code, c.code, t.kind, t.country, t.timezone, t.parent, t.position
                    from territory t cross join copies c where t.code = '%2$s';
                insert into head
                    select c.code, h.position, h.recorded_at from head h cross join copies c where h.territory = '%2$s';
                update checkpoint set position = (select position from head where territory = '%2$s')
                    where territory in (select code from copies);
                insert into log select c.code, l.position, l.recorded_at, l.source, l.id, l.type, l.schema_version,
                        replace(l.subject, '%2$s', c.code), l.time, %5$s, l.posted_by, l.content, l.private_digest,
                        l.hash
                    from copies c cross join log l where l.territory = '%2$s' order by 1, 2;
                create temporary table version on commit drop as
                    select * from activity_version where territory = '%2$s';
                alter table version drop column territory;
                insert into activity_version (territory, %3$s)
                    select c.code, %3$s from copies c cross join version v order by 1, v.known_from;
                commit""".formatted(to, ORIGINAL, columns, from, from < THOUSAND ? "l.data" : "'{}'");
    }

    /** Returns the number of entries per territory. */
    public static int entriesPerTerritory() {
        return 1 + EVENTS + CORRECTED;
    }

    /** Returns the code of a territory, counting from 0. */
    public static String territoryCode(int number) {
        return "copy-%04d".formatted(number);
    }
}
