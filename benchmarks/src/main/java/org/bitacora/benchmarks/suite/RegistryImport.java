package org.bitacora.benchmarks.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.bitacora.benchmarks.load.LoadResponseParser;
import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.bitacora.benchmarks.testbed.Testbed;

/** A file of 50,000 rows that is imported into a territory of its own: each time another one, none seen before. */
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

    /** How many rows were through in a second, from the first byte sent to the end. */
    double measureRate() {
        var territory = "import-%s-%03d".formatted(name, count++);
        bed.seeder().registerTerritories(List.of(territory));
        var file = RegistryCsvForm.renderForm(bed.events().nextBatch(territory, ROWS));
        long begin = System.nanoTime();
        var ended = awaitEnd(startImport(territory, file));
        double seconds = ProgressLog.secondsSince(begin);
        if (ended.path("rows").path("new").asInt() != ROWS) {
            throw new MeasurementException("The import ended as " + ended);
        }
        return ROWS / seconds;
    }

    private JsonNode startImport(String territory, Buffer file) {
        var request = bed.requests()
                .postForm("/v1/territories/" + territory + "/imports?wait=0", RegistryCsvForm.contentType(), file);
        return LoadResponseParser.parse(bed.client().send(request), 202);
    }

    private JsonNode awaitEnd(JsonNode begun) {
        var path = "/v1/territories/" + begun.path("territory").asText() + "/imports/"
                + begun.path("id").asText();
        var shown = begun;
        while (shown.path("endedAt").isMissingNode()) {
            sleep();
            shown = LoadResponseParser.parse(bed.client().send(bed.requests().getAuthorized(path)), 200);
        }
        return shown;
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
