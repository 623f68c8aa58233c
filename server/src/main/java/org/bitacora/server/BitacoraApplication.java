package org.bitacora.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.Arrays;
import org.bitacora.application.access.AdminKey;
import org.bitacora.server.aot.TrainingRun;
import org.bitacora.server.sample.DemoSamples;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Prints the addresses of the application, loads the demo data if requested and runs until a signal; with {@code
 * --train} it performs the training run and exits.
 */
public class BitacoraApplication implements QuarkusApplication {

    private final DemoSamples demoSamples;
    private final TrainingRun trainingRun;
    private final AdminKey adminKey;
    private final int port;
    private final String data;

    /** Created by the container. */
    public BitacoraApplication(
            DemoSamples demoSamples,
            TrainingRun trainingRun,
            AdminKey adminKey,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "bitacora.data", defaultValue = ".bitacora") String data) {
        this.demoSamples = demoSamples;
        this.trainingRun = trainingRun;
        this.adminKey = adminKey;
        this.port = port;
        this.data = data;
    }

    @Override
    public int run(String... args) {
        if (Arrays.asList(args).contains("--train")) {
            System.out.println("Training run completed: " + trainingRun.run() + " requests.");
            return 0;
        }
        if (Arrays.asList(args).contains("--demo")) {
            System.out.println("Demo: " + demoSamples.load());
        }
        var home = "http://localhost:" + port;
        System.out.printf("""
                Bitácora is ready.
                  pages          %1$s/
                  API            %1$s/v1
                  documentation  %1$s/q/swagger-ui  (contract: %1$s/q/openapi)
                  data           %2$s
                  admin key      %3$s
                Press Ctrl-C to stop; no data is lost.
                """, home, data, adminKey.location());
        Quarkus.waitForExit();
        return 0;
    }
}
