package org.bitacora.channels.webhook;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends messages over TLS: the certificate must be trusted and valid for the host name. */
class WebhookClientIT {

    @TempDir
    Path directory;

    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    /** A configuration that allows this machine by name and by address. */
    private record TestConfiguration(Optional<Path> certificates) implements WebhookConfiguration {
        @Override
        public Optional<Set<String>> allowed() {
            return Optional.of(Set.of("localhost", "127.0.0.1"));
        }

        @Override
        public List<Duration> waits() {
            return List.of();
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration overlap() {
            return Duration.ZERO;
        }

        @Override
        public Duration kept() {
            return Duration.ZERO;
        }

        @Override
        public int most() {
            return 1;
        }

        @Override
        public int underWay() {
            return 4;
        }
    }

    @BeforeEach
    void serve() throws Exception {
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=receiver", "-ext", "san=dns:localhost");
        keytool("-exportcert", "-rfc", "-file", certificate().toString());
        var options = new HttpServerOptions()
                .setHost("localhost")
                .setSsl(true)
                .setKeyCertOptions(new PfxOptions()
                        .setPath(directory.resolve("keys.p12").toString())
                        .setPassword("secret"));
        server = vertx.createHttpServer(options)
                .requestHandler(request -> request.response().setStatusCode(204).end())
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, SECONDS);
    }

    private Path certificate() {
        return directory.resolve("receiver.pem");
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "receiver", "-storetype", "PKCS12", "-storepass", "secret"));
        command.addAll(List.of("-keystore", directory.resolve("keys.p12").toString()));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private AttemptResult post(String host, Optional<Path> certificates) throws Exception {
        var testConfiguration = new TestConfiguration(certificates);
        var destinationResolver = new DestinationResolver(testConfiguration, vertx);
        var webhookClient =
                new WebhookClient(vertx, destinationResolver, testConfiguration, InstantSource.system(), "test");
        var uri = URI.create("https://" + host + ":" + server.actualPort() + "/hook");
        return webhookClient
                .post(uri, Map.of("webhook-id", "msg_1"), Buffer.buffer("{}"))
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, SECONDS);
    }

    @Test
    void aTrustedCertificateIsAccepted() throws Exception {
        assertThat(post("localhost", Optional.of(certificate())))
                .isEqualTo(new AttemptResult.ReceiverResponse(204, Optional.empty()));
    }

    @Test
    void anUntrustedCertificateIsRefused() throws Exception {
        assertThat(post("localhost", Optional.empty())).isEqualTo(new AttemptResult.TransportFailure("not-connected"));
    }

    @Test
    void aCertificateOfAnotherNameIsRefused() throws Exception {
        assertThat(post("127.0.0.1", Optional.of(certificate())))
                .isEqualTo(new AttemptResult.TransportFailure("not-connected"));
    }
}
