package org.bitacora.benchmarks.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.MeasurementRounds;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.bitacora.benchmarks.testbed.EventGenerator;
import org.bitacora.benchmarks.testbed.Testbed;
import org.postgresql.PGConnection;

/**
 * Measures the export of more than a million observations of a thousand territories as SDMX-CSV, from the request to
 * the last byte. Raw limit: {@code COPY TO} of PostgreSQL for the same rows in a table.
 */
public final class SdmxCsvMeasurement implements Measurement {

    private static final int FIRST_YEAR = EventGenerator.YEAR - 3;
    private static final int MINIMUM = 1_000_000;
    private static final String TABLE = """
            drop table if exists public.bench_sdmx;
            create unlogged table public.bench_sdmx (structure text, structure_id text, action text, freq text, ref_area text,
                indicator text, time_period text, obs_value numeric, obs_status text, numerator numeric, denominator numeric,
                unplaced integer, unit_measure text, definition_version integer, log_position bigint)""";

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public String name() {
        return "sdmx-csv";
    }

    @Override
    public String unit() {
        return "observations/s";
    }

    @Override
    public Threshold threshold() {
        return new Threshold.MinimumRatio(0.3);
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        var uri = dataUri(bed);
        fillTable(bed, uri);
        return MeasurementRounds.measure(() -> measureHarvestRate(uri), () -> measureCopyRate(bed));
    }

    /** Returns the URL of all observations of the thousand territories from {@code FIRST_YEAR} on. */
    static URI dataUri(Testbed bed) {
        bed.seeder().ensureLog();
        return URI.create("http://127.0.0.1:" + bed.application().port()
                + "/v1/sdmx/data/datastructure/BITACORA/DSD_OBSERVATIONS/1.0.0/*?format=csv&startPeriod=" + FIRST_YEAR);
    }

    private double measureHarvestRate(URI uri) {
        long begin = System.nanoTime();
        try (var body = openBody(uri)) {
            long lines = countLines(body);
            double seconds = ProgressLog.secondsSince(begin);
            if (lines < MINIMUM) {
                throw new MeasurementException("Expected at least %,d observations, got %,d".formatted(MINIMUM, lines));
            }
            return lines / seconds;
        } catch (IOException e) {
            throw new MeasurementException("The export was not complete", e);
        }
    }

    /** Reads the whole export. */
    void readAll(URI uri) {
        measureHarvestRate(uri);
    }

    private InputStream openBody(URI uri) throws IOException {
        try {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofInputStream())
                    .body();
        } catch (InterruptedException e) {
            throw new MeasurementException("Interrupted", e);
        }
    }

    private static long countLines(InputStream in) throws IOException {
        var buffer = new byte[65_536];
        long lines = -1; // the header
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            for (int i = 0; i < read; i++) {
                lines += buffer[i] == '\n' ? 1 : 0;
            }
        }
        return lines;
    }

    private void fillTable(Testbed bed, URI uri) {
        bed.database().execute(TABLE);
        try (var connection = bed.database().connect();
                var body = openBody(uri)) {
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy public.bench_sdmx from stdin (format csv, header)", body);
            ProgressLog.print("  %,d observations", rows);
        } catch (SQLException | IOException e) {
            throw new MeasurementException("The observations could not be loaded into a table", e);
        }
    }

    private static double measureCopyRate(Testbed bed) {
        try (var connection = bed.database().connect()) {
            long begin = System.nanoTime();
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy public.bench_sdmx to stdout (format csv, header)", OutputStream.nullOutputStream());
            return rows / ProgressLog.secondsSince(begin);
        } catch (SQLException | IOException e) {
            throw new MeasurementException("The observations could not be copied out", e);
        }
    }
}
