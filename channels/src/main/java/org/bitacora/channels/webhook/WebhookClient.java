package org.bitacora.channels.webhook;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitacora.channels.webhook.AttemptResult.ReceiverResponse;
import org.bitacora.channels.webhook.AttemptResult.TransportFailure;
import org.bitacora.channels.webhook.Destination.ReachableDestination;
import org.bitacora.channels.webhook.Destination.UnreachableDestination;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends messages. Only the status of the response is used; its body is ignored. */
@Singleton
class WebhookClient {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int REDIRECTS = 3;
    private static final int LONGEST_ANSWER = 65_536;

    private final Vertx vertx;
    private final DestinationResolver destinationResolver;
    private final HttpClient client;
    private final String agent;
    private final Duration timeout;
    private final InstantSource clock;

    WebhookClient(
            Vertx vertx,
            DestinationResolver destinationResolver,
            WebhookConfiguration configuration,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.application.version") String release) {
        this.vertx = vertx;
        this.destinationResolver = destinationResolver;
        this.client = vertx.createHttpClient(options(configuration));
        this.agent = "Bitacora/" + release;
        this.timeout = configuration.timeout();
        this.clock = clock;
    }

    /**
     * Allows as many connections per host as pending messages, so that receivers on the same host do not delay each
     * other.
     */
    private static HttpClientOptions options(WebhookConfiguration configuration) {
        var options = new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setSslHandshakeTimeout(CONNECT_MILLIS)
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxPoolSize(configuration.underWay())
                .setKeepAliveTimeout(30);
        configuration
                .certificates()
                .ifPresent(file -> options.setTrustOptions(TrustStoreLoader.withCertificates(file)));
        return options;
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** The maximum duration of an attempt, including redirects and slow name resolution. */
    Duration maxDuration() {
        return timeout.multipliedBy(2);
    }

    /** Sends a message. The future completes with the result within {@link #maxDuration()} and never fails. */
    Future<AttemptResult> post(URI uri, Map<String, String> headers, Buffer body) {
        Promise<AttemptResult> outcome = Promise.promise();
        long timer =
                vertx.setTimer(maxDuration().toMillis(), _ -> outcome.tryComplete(new TransportFailure("timeout")));
        postTo(uri, headers, body, REDIRECTS)
                .otherwise(WebhookClient::toFailure)
                .onSuccess(it -> {
                    vertx.cancelTimer(timer);
                    outcome.tryComplete(it);
                });
        return outcome.future();
    }

    private Future<AttemptResult> postTo(URI uri, Map<String, String> headers, Buffer body, int left) {
        return destinationResolver.resolve(uri).compose(destination -> switch (destination) {
            case UnreachableDestination it -> Future.<AttemptResult>succeededFuture(new TransportFailure(it.problem()));
            case ReachableDestination it ->
                send(it, headers, body).compose(response -> toResult(it, response, headers, body, left));
        });
    }

    private Future<HttpClientResponse> send(ReachableDestination to, Map<String, String> headers, Buffer body) {
        return client.request(request(to)).compose(request -> {
            request.putHeader("content-type", "application/json").putHeader("user-agent", agent);
            headers.forEach(request::putHeader);
            long timer = vertx.setTimer(timeout.toMillis(), _ -> request.reset(0, new TimeoutException()));
            return request.send(body).onComplete(_ -> vertx.cancelTimer(timer)).onSuccess(it -> drain(request, it));
        });
    }

    /**
     * Builds a request to the address that was checked; the name is not resolved again. The certificate must be valid
     * for the name.
     */
    private static RequestOptions request(ReachableDestination to) {
        var address = to.address().getHostAddress();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(to.port(), address))
                .setHost(to.uri().getHost())
                .setPort(to.port())
                .setSsl(to.isSecure())
                .setURI(to.target());
    }

    /** Reads a short response body so that the connection can be reused; closes the connection if the body is long. */
    private void drain(HttpClientRequest request, HttpClientResponse response) {
        long timer = vertx.setTimer(CONNECT_MILLIS, _ -> request.reset());
        var read = new AtomicInteger();
        response.handler(part -> {
            if (read.addAndGet(part.length()) > LONGEST_ANSWER) {
                request.reset();
            }
        });
        response.exceptionHandler(_ -> vertx.cancelTimer(timer));
        response.endHandler(_ -> vertx.cancelTimer(timer));
    }

    /**
     * Returns the result of a response. Redirects that keep the method and the body are followed; their destinations
     * are checked like the first one.
     */
    private Future<AttemptResult> toResult(
            ReachableDestination from,
            HttpClientResponse response,
            Map<String, String> headers,
            Buffer body,
            int left) {
        int status = response.statusCode();
        var location = response.getHeader("location");
        if ((status != 307 && status != 308) || location == null) {
            return Future.succeededFuture(new ReceiverResponse(status, retryAfter(response)));
        }
        return left == 0
                ? Future.succeededFuture(new TransportFailure("too-many-redirects"))
                : postTo(from.uri().resolve(location), headers, body, left - 1);
    }

    private Optional<Duration> retryAfter(HttpClientResponse response) {
        return RetryAfterParser.parse(response.getHeader("retry-after"), clock.instant());
    }

    private static AttemptResult toFailure(Throwable failure) {
        boolean isLate = failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException;
        return new TransportFailure(isLate ? "timeout" : "not-connected");
    }
}
