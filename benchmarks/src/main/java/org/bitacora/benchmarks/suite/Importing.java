package org.bitacora.benchmarks.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.bitacora.benchmarks.load.Json;
import org.bitacora.benchmarks.progress.Progress;
import org.bitacora.benchmarks.progress.Unmeasurable;
import org.bitacora.benchmarks.testbed.Testbed;

/** A file of 50,000 rows that is imported into a territory of its own: each time another one, none seen before. */
final class Importing {

    static final int ROWS = 50_000;
    private static final int PATIENCE_MILLIS = 20;

    private final Testbed bed;
    private final String name;
    private int count;

    Importing(Testbed bed, String name) {
        this.bed = bed;
        this.name = name;
    }

    /** How many rows were through in a second, from the first byte sent to the end. */
    double perSecond() {
        var territory = "import-%s-%03d".formatted(name, count++);
        bed.seed().register(List.of(territory));
        var file = Spreadsheet.form(bed.registry().batch(territory, ROWS));
        long begin = System.nanoTime();
        var ended = ended(begun(territory, file));
        double seconds = Progress.seconds(begin);
        if (ended.path("rows").path("new").asInt() != ROWS) {
            throw new Unmeasurable("The import ended as " + ended);
        }
        return ROWS / seconds;
    }

    private JsonNode begun(String territory, Buffer file) {
        var request = bed.request().form("/v1/territories/" + territory + "/imports?wait=0", Spreadsheet.type(), file);
        return Json.of(bed.web().ask(request), 202);
    }

    private JsonNode ended(JsonNode begun) {
        var path = "/v1/territories/" + begun.path("territory").asText() + "/imports/"
                + begun.path("id").asText();
        var shown = begun;
        while (shown.path("endedAt").isMissingNode()) {
            sleep();
            shown = Json.of(bed.web().ask(bed.request().getAs(path)), 200);
        }
        return shown;
    }

    private static void sleep() {
        try {
            Thread.sleep(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmeasurable("Interrupted", e);
        }
    }
}
