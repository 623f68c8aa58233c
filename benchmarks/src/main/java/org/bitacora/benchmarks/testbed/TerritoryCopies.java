package org.bitacora.benchmarks.testbed;

import java.util.List;
import org.bitacora.benchmarks.progress.ProgressLog;

/**
 * Territories by the thousand: one is posted and followed as any is, the others are copies of its rows, log and versions
 * alike, as its postings by the thousand would be the same rows and take longer than all measurements.
 */
public final class TerritoryCopies {

    /** The one that is copied. */
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

    /** That many territories of 1,000 activities each, one in four corrected since; their codes are {@link #territoryCode}. */
    public void ensureCopies(TerritoryScale territoryScale) {
        if (count == 0) {
            bed.seeder().registerTerritories(List.of(ORIGINAL));
            bed.seeder().postEvents(ORIGINAL, EVENTS, CORRECTED);
            bed.projector().awaitCatchUp();
            count = 1;
        }
        long begin = System.nanoTime();
        boolean grows = count < territoryScale.territories();
        for (; count < territoryScale.territories(); count = Math.min(territoryScale.territories(), nextThousand())) {
            bed.database()
                    .execute(copyStatements(
                            count, nextThousand() - 1, bed.database().queryString(COLUMNS)));
            ProgressLog.print(
                    "  %,d territories of 1,000 activities after %.1f s",
                    nextThousand(), ProgressLog.secondsSince(begin));
        }
        if (grows) {
            MAINTENANCE.forEach(bed.database()::execute);
        }
    }

    private int nextThousand() {
        return (count / THOUSAND + 1) * THOUSAND;
    }

    /** Of the log beyond the first thousand no data: figures read none of it, and it is what takes the most room. */
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

    /** How many entries each has. */
    public static int entriesPerTerritory() {
        return 1 + EVENTS + CORRECTED;
    }

    /** The code of one of them, from 0. */
    public static String territoryCode(int number) {
        return "copy-%04d".formatted(number);
    }
}
