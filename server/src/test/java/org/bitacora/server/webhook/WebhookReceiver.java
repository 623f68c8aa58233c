package org.bitacora.server.webhook;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A webhook receiver: a real HTTP server on this machine with configurable responses. */
final class WebhookReceiver implements AutoCloseable {

    private final List<ReceivedDelivery> got = new CopyOnWriteArrayList<>();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Function<ReceivedDelivery, ReceiverReply> answer = _ -> ReceiverReply.of(204);

    /** A delivery as received. */
    record ReceivedDelivery(String path, Headers headers, String body) {

        String id() {
            return headers.getFirst("webhook-id");
        }

        JsonPath json() {
            return new JsonPath(body);
        }

        List<String> signatures() {
            return List.of(headers.getFirst("webhook-signature").split(" "));
        }

        String signed() {
            return id() + "." + headers.getFirst("webhook-timestamp") + "." + body;
        }
    }

    /** The response to a delivery. */
    record ReceiverReply(int status, Map<String, String> headers, boolean hangs) {
        static ReceiverReply of(int status) {
            return new ReceiverReply(status, Map.of(), false);
        }

        static ReceiverReply never() {
            return new ReceiverReply(200, Map.of(), true);
        }

        static ReceiverReply redirect(String location) {
            return new ReceiverReply(307, Map.of("location", location), false);
        }
    }

    WebhookReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var message = new ReceivedDelivery(exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body);
            got.add(message);
            var receiverReply = answer.apply(message);
            if (receiverReply.hangs()) {
                hanging.await();
            }
            receiverReply.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(receiverReply.status(), -1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    int port() {
        return server.getAddress().getPort();
    }

    WebhookReceiver answering(Function<ReceivedDelivery, ReceiverReply> answer) {
        this.answer = answer;
        return this;
    }

    List<ReceivedDelivery> received() {
        return List.copyOf(got);
    }

    /** Waits for {@code count} deliveries and returns them. */
    List<ReceivedDelivery> awaitReceived(int count) {
        return await().atMost(20, SECONDS).until(this::received, it -> it.size() >= count);
    }

    @Override
    public void close() {
        hanging.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
