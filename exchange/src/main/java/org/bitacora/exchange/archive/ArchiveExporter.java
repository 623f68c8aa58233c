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
import org.bitacora.application.indicator.IndicatorExportService;
import org.bitacora.application.strategy.StrategyJsonMapper;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.eventlog.ArchivedEntry;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.json.JsonWriter;
import org.bitacora.eventlog.upcast.Upcasters;
import org.bitacora.exchange.catalog.CatalogConfiguration;
import org.bitacora.exchange.catalog.CsvwMetadata;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.PageResponse;
import org.bitacora.http.indicator.IndicatorResponse;
import org.bitacora.http.table.ObservationTable;
import org.bitacora.projections.projector.CheckpointRepository.TerritoryPosition;
import org.bitacora.projections.strategy.StrategyRepository;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes an archive: the log up to a position, and the observations, definitions and strategies as of that position.
 */
@Singleton
class ArchiveExporter {

    static final String LOG = "log.ndjson";
    static final String TERRITORY = "Bitacora-Territory";
    static final String SCHEMA_VERSION = "Bitacora-Schema-Version";

    private static final Locale LANGUAGE = Locale.of("es");
    private static final int PAGE = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final EventLog log;
    private final IndicatorExportService figures;
    private final StrategyRepository strategyRepository;
    private final JsonRenderer jsonRenderer;
    private final CatalogConfiguration catalog;
    private final String release;

    ArchiveExporter(
            EventLog log,
            IndicatorExportService figures,
            StrategyRepository strategyRepository,
            JsonRenderer jsonRenderer,
            CatalogConfiguration catalog,
            @ConfigProperty(name = "quarkus.application.version") String release) {
        this.log = log;
        this.figures = figures;
        this.strategyRepository = strategyRepository;
        this.jsonRenderer = jsonRenderer;
        this.catalog = catalog;
        this.release = release;
    }

    /**
     * The contents of an archive.
     *
     * @param standing the territory and the last position of its log that the archive contains
     * @param includesPrivate whether the archive contains private data
     */
    record ArchiveScope(TerritoryPosition standing, boolean includesPrivate) {
        /** The name of the archive. */
        String archiveName() {
            return standing.territory() + "-" + standing.position();
        }
    }

    /** Writes an archive to a stream. Blocks, so call it on a worker thread. */
    void write(ArchiveScope archiveScope, OutputStream out) throws IOException {
        var territoryPosition = archiveScope.standing();
        var bag = new BagWriter(out, archiveScope.archiveName());
        bag.writePayload(LOG, it -> writeLog(archiveScope, it));
        writeFile(
                bag, "observations.csv", figures.observations(territoryPosition).map(ObservationTable::csv));
        writeFile(bag, "observations.csv-metadata.json", Uni.createFrom().item(() -> jsonRenderer.render(metadata())));
        writeFile(bag, "indicators.json", figures.definitions(territoryPosition).map(this::indicators));
        writeFile(bag, "strategies.json", strategies(territoryPosition));
        bag.finish(bagInfo(archiveScope));
    }

    private Map<String, Object> metadata() {
        return CsvwMetadata.metadata(
                "observations.csv", ObservationTable.COLUMNS, catalog.license().toString());
    }

    private Buffer indicators(List<Definition> definitions) {
        return jsonRenderer.render(PageResponse.singlePage(definitions.stream()
                .map(it -> IndicatorResponse.of(it, LANGUAGE))
                .toList()));
    }

    private Uni<Buffer> strategies(TerritoryPosition territoryPosition) {
        return strategyRepository
                .known(territoryPosition.territory(), territoryPosition.position())
                .map(versions -> Buffer.buffer(JsonWriter.toText(StrategyJsonMapper.toPage(versions))));
    }

    private static void writeFile(BagWriter bag, String name, Uni<Buffer> content) throws IOException {
        var bytes = content.await().atMost(PATIENCE).getBytes();
        bag.writePayload(name, out -> out.write(bytes));
    }

    private void writeLog(ArchiveScope archiveScope, OutputStream out) throws IOException {
        long end = archiveScope.standing().position();
        for (long after = 0; after < end; after += PAGE) {
            var lines = page(archiveScope, after, (int) Math.min(PAGE, end - after)).stream()
                    .map(it -> EntryLine.of(it, archiveScope.includesPrivate()))
                    .toList();
            out.write(jsonRenderer.renderLines(lines).getBytes());
        }
    }

    private List<ArchivedEntry> page(ArchiveScope archiveScope, long after, int limit) {
        return log.readForArchive(archiveScope.standing().territory(), after, limit)
                .await()
                .atMost(PATIENCE);
    }

    private Map<String, String> bagInfo(ArchiveScope archiveScope) {
        var territoryPosition = archiveScope.standing();
        var last = log.read(territoryPosition.territory(), territoryPosition.position() - 1, 1)
                .await()
                .atMost(PATIENCE)
                .getFirst();
        var info = new LinkedHashMap<String, String>();
        info.put("Bag-Software-Agent", "Bitácora " + release);
        info.put("Bagging-Date", last.recordedAt().toString().substring(0, 10));
        info.put("External-Identifier", archiveScope.archiveName());
        info.put(TERRITORY, territoryPosition.territory());
        info.put("Bitacora-Position", Long.toString(territoryPosition.position()));
        info.put("Bitacora-Recorded-At", last.recordedAt().toString());
        info.put(SCHEMA_VERSION, Integer.toString(Upcasters.CURRENT));
        info.put("Bitacora-Private", Boolean.toString(archiveScope.includesPrivate()));
        return info;
    }
}
