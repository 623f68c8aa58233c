package org.bitacora.benchmarks.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.bitacora.benchmarks.load.LoadResponseParser;
import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.bitacora.benchmarks.testbed.Testbed;

/** Imports a file of 50,000 rows into a new territory; each import uses new rows and another territory. */
final class RegistryImport {

    static final int ROWS = 50_000;
    private static final int PATIENCE_MILLIS = 20;

    private final Testbed bed;
    private final String name;
    private int count;

    RegistryImport(Testbed bed, String name) {
        this.bed = bed;
        this.name = name;
    }

    /** Returns the imported rows per second, from the first byte sent to the end of the import. */
    double measureRate() {
        var territory = "import-%s-%03d".formatted(name, count++);
        bed.seeder().registerTerritories(List.of(territory));
        var file = RegistryCsvForm.renderForm(bed.events().nextBatch(territory, ROWS));
        long begin = System.nanoTime();
        var result = awaitEnd(startImport(territory, file));
        double seconds = ProgressLog.secondsSince(begin);
        if (result.path("rows").path("new").asInt() != ROWS) {
            throw new MeasurementException("Unexpected result of the import: " + result);
        }
        return ROWS / seconds;
    }

    private JsonNode startImport(String territory, Buffer file) {
        var request = bed.requests()
                .postForm("/v1/territories/" + territory + "/imports?wait=0", RegistryCsvForm.contentType(), file);
        return LoadResponseParser.parse(bed.client().send(request), 202);
    }

    private JsonNode awaitEnd(JsonNode started) {
        var path = "/v1/territories/" + started.path("territory").asText() + "/imports/"
                + started.path("id").asText();
        var status = started;
        while (status.path("endedAt").isMissingNode()) {
            sleep();
            status = LoadResponseParser.parse(bed.client().send(bed.requests().getAuthorized(path)), 200);
        }
        return status;
    }

    private static void sleep() {
        try {
            Thread.sleep(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MeasurementException("Interrupted", e);
        }
    }
}
