package org.bitacora.benchmarks.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.bitacora.benchmarks.load.LoadResponseParser;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.MeasurementRounds;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.bitacora.benchmarks.raw.RawLog;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * Measures the import of an archive with 100,000 entries, from the first byte sent to the durable commit. Raw limit:
 * appends of equally long events to one log, 1,000 per batch. The territory is deleted before each round.
 */
public final class ArchiveImportMeasurement implements Measurement {

    private static final String TERRITORY = "bench-archive";
    private static final String PATH = "/v1/territories/" + TERRITORY + "/archive";
    private static final int ENTRIES = 100_000;
    private static final int CONNECTIONS = 2;
    private static final int BATCH = 1_000;

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public String name() {
        return "archive-in";
    }

    @Override
    public String unit() {
        return "entries/s";
    }

    @Override
    public Threshold threshold() {
        return new Threshold.MinimumRatio(0.3);
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        bed.seeder().registerTerritories(List.of(TERRITORY));
        bed.seeder().postEvents(TERRITORY, ENTRIES, 0);
        bed.projector().awaitCatchUp();
        var archive = exportArchive(bed);
        try (var raw = RawLog.create(bed.database(), bed.events()).openBatchLoad(CONNECTIONS, BATCH, 1)) {
            return MeasurementRounds.measure(
                    () -> measureImportRate(bed, archive), () -> raw.measureRate(Duration.ofSeconds(2)));
        }
    }

    private byte[] exportArchive(Testbed bed) {
        var uri = URI.create("http://127.0.0.1:" + bed.application().port() + PATH);
        long begin = System.nanoTime();
        try {
            var archive = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray())
                    .body();
            double seconds = ProgressLog.secondsSince(begin);
            ProgressLog.print("  exported an archive of %,.1f MiB in %.1f s", archive.length / 1_048_576.0, seconds);
            return archive;
        } catch (IOException e) {
            throw new MeasurementException("The archive could not be exported", e);
        } catch (InterruptedException e) {
            throw new MeasurementException("Interrupted", e);
        }
    }

    private static double measureImportRate(Testbed bed, byte[] archive) {
        deleteTerritory(bed);
        var request = bed.requests().putArchive(PATH, archive);
        long begin = System.nanoTime();
        var response = LoadResponseParser.parse(bed.client().send(request), 201);
        double rate = response.path("appended").asLong() / ProgressLog.secondsSince(begin);
        bed.projector().awaitCatchUp();
        return rate;
    }

    /** Deletes the territory completely. */
    private static void deleteTerritory(Testbed bed) {
        bed.database().execute("""
                alter table log disable trigger log_is_immutable;
                delete from log where territory = '%1$s';
                alter table log enable trigger log_is_immutable;
                delete from head where territory = '%1$s';
                delete from checkpoint where territory = '%1$s';
                delete from activity_version where territory = '%1$s';
                delete from parent_version where territory = '%1$s';
                delete from territory where code = '%1$s'""".formatted(TERRITORY));
    }
}
