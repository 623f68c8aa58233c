package org.bitacora.server.aot;

import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bitacora.server.sample.SampleLoader;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Simulates typical use over HTTP: registers territories, posts the events of a sample one by one and in batches,
 * imports the sample as a spreadsheet, and repeatedly reads observations, activities, the log and the pages. The JVM
 * records the loaded classes and the frequently executed methods. The run writes to the configured database, which
 * should be empty.
 */
@Singleton
public class TrainingRun {

    private static final String SAMPLE = "demo/bahia-2014.ndjson";
    private static final int TERRITORIES = 12;
    private static final int SINGLES = 221;
    private static final int BATCH = 100;
    private static final int SHEETS = 4;
    private static final int SAMPLES_PER_SHEET = 12;
    private static final int ROUNDS = 40;

    private static final List<String> TERRITORY_PATHS = List.of(
            "indicators/bahia.actions/observations?period=2014&by=category",
            "indicators/bahia.visits/observations?period=2014&by=month",
            "indicators/bh.actions/observations?period=2012..2015&by=country&asOf=400",
            "indicators/bh.actions/observations?period=2014&by=kind,month&asOf=300",
            "indicators/bh.actions/observations?period=2014&by=country&motivation=planned&format=csv",
            "indicators/allas.planned-share/observations?period=2014&by=dimension",
            "indicators/allas.partners/observations?period=2014&by=country",
            "indicators/allas.agreements-in-force/observations?period=2014&by=quarter",
            "indicators/basic.exports/observations?period=2012..2014",
            "indicators/bahia.visits/evidence?period=2014&limit=50",
            "indicators/bahia.visits/diff?period=2014&from=200&to=400",
            "reports/activity-map?period=2014",
            "activities?limit=100",
            "activities?limit=100&format=csv",
            "log?limit=100");

    private static final List<String> COMMON_PATHS = List.of(
            "/",
            "/v1/indicators",
            "/v1/territories",
            "/v1/observations?indicator=bahia.actions&period=2014",
            "/q/health/ready",
            "/q/metrics",
            "/q/openapi");

    private final HttpServer server;
    private final String key;

    TrainingRun(HttpServer server, @ConfigProperty(name = "bitacora.admin.key") Optional<String> key) {
        this.server = server;
        this.key = key.orElse("");
    }

    /**
     * Performs the run and returns the number of requests. The run takes several seconds.
     *
     * @throws IllegalStateException if a request fails
     */
    public int run() {
        var trainingClient = new TrainingClient(server.getLocalBaseUri(), key);
        var events = SampleLoader.readLines(SAMPLE);
        IntStream.rangeClosed(1, TERRITORIES).forEach(n -> postSample(trainingClient, "training-" + n, events));
        var sheet = TrainingSheet.multipartForm(events, SAMPLES_PER_SHEET);
        IntStream.rangeClosed(1, SHEETS)
                .forEach(n -> trainingClient.importForm("training-" + n, TrainingSheet.contentType(), sheet));
        for (int round = 0; round < ROUNDS; round++) {
            readEverything(trainingClient, "training-" + (1 + round % TERRITORIES));
        }
        return trainingClient.answeredRequests();
    }

    private static void postSample(TrainingClient trainingClient, String territory, List<String> sample) {
        trainingClient.put("/v1/territories/" + territory, """
                {"name": "Training", "kind": "city", "country": "BR", "timezone": "America/Bahia"}""");
        var events = sample.stream()
                .map(event -> event.replace("\"subject\":\"br-ba/", "\"subject\":\"" + territory + "/"))
                .toList();
        trainingClient.postEach("application/cloudevents+json", events.subList(0, SINGLES));
        trainingClient.postEach(
                "application/cloudevents-batch+json",
                IntStream.iterate(SINGLES, from -> from < events.size(), from -> from + BATCH)
                        .mapToObj(from -> events.subList(from, Math.min(from + BATCH, events.size())))
                        .map(batch -> "[" + String.join(",", batch) + "]")
                        .toList());
    }

    private static void readEverything(TrainingClient trainingClient, String territory) {
        COMMON_PATHS.forEach(trainingClient::get);
        TERRITORY_PATHS.forEach(path -> trainingClient.get("/v1/territories/" + territory + "/" + path));
    }
}
