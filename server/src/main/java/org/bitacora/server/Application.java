package org.bitacora.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.Arrays;
import org.bitacora.application.access.AdminKey;
import org.bitacora.server.aot.Training;
import org.bitacora.server.sample.Demo;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says where everything is, loads the demo where asked to, and runs until a signal; or trains, and ends. */
public class Application implements QuarkusApplication {

    private final Demo demo;
    private final Training training;
    private final AdminKey adminKey;
    private final int port;
    private final String data;

    /** Made by the container. */
    public Application(
            Demo demo,
            Training training,
            AdminKey adminKey,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "bitacora.data", defaultValue = ".bitacora") String data) {
        this.demo = demo;
        this.training = training;
        this.adminKey = adminKey;
        this.port = port;
        this.data = data;
    }

    @Override
    public int run(String... args) {
        if (Arrays.asList(args).contains("--train")) {
            System.out.println("Training: " + training.run() + " requests were answered.");
            return 0;
        }
        if (Arrays.asList(args).contains("--demo")) {
            System.out.println("Demo: " + demo.load());
        }
        var home = "http://localhost:" + port;
        System.out.printf("""
                Bitácora is ready.
                  pages          %1$s/
                  API            %1$s/v1
                  documentation  %1$s/q/swagger-ui  (contract: %1$s/q/openapi)
                  data           %2$s
                  admin key      %3$s
                Stop it with Ctrl-C; nothing is lost.
                """, home, data, adminKey.whereabouts());
        Quarkus.waitForExit();
        return 0;
    }
}
