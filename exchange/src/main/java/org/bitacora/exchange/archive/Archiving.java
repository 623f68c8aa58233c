package org.bitacora.exchange.archive;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bitacora.application.indicator.AllFigures;
import org.bitacora.application.strategy.StrategyText;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.Kept;
import org.bitacora.eventlog.json.JsonWriter;
import org.bitacora.eventlog.upcast.Upcasters;
import org.bitacora.exchange.catalog.CatalogConfiguration;
import org.bitacora.exchange.catalog.Csvw;
import org.bitacora.http.Items;
import org.bitacora.http.Json;
import org.bitacora.http.indicator.IndicatorShown;
import org.bitacora.http.table.ObservationTable;
import org.bitacora.projections.projector.Positions.Standing;
import org.bitacora.projections.strategy.Strategies;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes archives: the log up to a position, and what followed from it there. */
@Singleton
class Archiving {

    static final String LOG = "log.ndjson";
    static final String TERRITORY = "Bitacora-Territory";
    static final String SCHEMA_VERSION = "Bitacora-Schema-Version";

    private static final Locale LANGUAGE = Locale.of("es");
    private static final int PAGE = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final EventLog log;
    private final AllFigures figures;
    private final Strategies strategies;
    private final Json json;
    private final CatalogConfiguration catalog;
    private final String release;

    Archiving(
            EventLog log,
            AllFigures figures,
            Strategies strategies,
            Json json,
            CatalogConfiguration catalog,
            @ConfigProperty(name = "quarkus.application.version") String release) {
        this.log = log;
        this.figures = figures;
        this.strategies = strategies;
        this.json = json;
        this.catalog = catalog;
        this.release = release;
    }

    /**
     * What is archived.
     *
     * @param standing of which territory, and up to where
     * @param isPrivate whether what is private is carried along
     */
    record Wanted(Standing standing, boolean isPrivate) {
        /** The name of the archive. */
        String name() {
            return standing.territory() + "-" + standing.position();
        }
    }

    /** Writes an archive; for a worker. */
    void write(Wanted wanted, OutputStream out) throws IOException {
        var standing = wanted.standing();
        var bag = new BagWriter(out, wanted.name());
        bag.payload(LOG, it -> log(wanted, it));
        file(bag, "observations.csv", figures.observations(standing).map(ObservationTable::csv));
        file(bag, "observations.csv-metadata.json", Uni.createFrom().item(() -> json.whole(metadata())));
        file(bag, "indicators.json", figures.definitions(standing).map(this::indicators));
        file(bag, "strategies.json", strategies(standing));
        bag.finish(info(wanted));
    }

    private Map<String, Object> metadata() {
        return Csvw.metadata(
                "observations.csv", ObservationTable.COLUMNS, catalog.license().toString());
    }

    private Buffer indicators(List<Definition> definitions) {
        return json.whole(Items.whole(
                definitions.stream().map(it -> IndicatorShown.of(it, LANGUAGE)).toList()));
    }

    private Uni<Buffer> strategies(Standing standing) {
        return strategies
                .known(standing.territory(), standing.position())
                .map(versions -> Buffer.buffer(JsonWriter.text(StrategyText.all(versions))));
    }

    private static void file(BagWriter bag, String name, Uni<Buffer> content) throws IOException {
        var bytes = content.await().atMost(PATIENCE).getBytes();
        bag.payload(name, out -> out.write(bytes));
    }

    private void log(Wanted wanted, OutputStream out) throws IOException {
        long end = wanted.standing().position();
        for (long after = 0; after < end; after += PAGE) {
            var lines = page(wanted, after, (int) Math.min(PAGE, end - after)).stream()
                    .map(it -> EntryLine.of(it, wanted.isPrivate()))
                    .toList();
            out.write(json.lines(lines).getBytes());
        }
    }

    private List<Kept> page(Wanted wanted, long after, int limit) {
        return log.keep(wanted.standing().territory(), after, limit).await().atMost(PATIENCE);
    }

    private Map<String, String> info(Wanted wanted) {
        var standing = wanted.standing();
        var last = log.read(standing.territory(), standing.position() - 1, 1)
                .await()
                .atMost(PATIENCE)
                .getFirst();
        var info = new LinkedHashMap<String, String>();
        info.put("Bag-Software-Agent", "Bitácora " + release);
        info.put("Bagging-Date", last.recordedAt().toString().substring(0, 10));
        info.put("External-Identifier", wanted.name());
        info.put(TERRITORY, standing.territory());
        info.put("Bitacora-Position", Long.toString(standing.position()));
        info.put("Bitacora-Recorded-At", last.recordedAt().toString());
        info.put(SCHEMA_VERSION, Integer.toString(Upcasters.CURRENT));
        info.put("Bitacora-Private", Boolean.toString(wanted.isPrivate()));
        return info;
    }
}
