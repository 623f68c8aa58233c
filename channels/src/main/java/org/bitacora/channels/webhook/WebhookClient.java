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

/** Posts messages. What a receiver says in its answer is not read: its status says it all. */
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

    /** As many connections to one place as messages may be under way: one receiver waits for no other at the same host. */
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

    /** How long it may take, redirects and slow names among it. */
    Duration maxDuration() {
        return timeout.multipliedBy(2);
    }

    /** Posts it, and says what became of it, in time; never fails. */
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

    /** To the address that was looked at, whatever its name leads to by now; the name is what its certificate must be of. */
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

    /** What is short is read away, so that the connection serves the next message; what is not is cut off. */
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

    /** Only redirects that keep the method and the body are followed; where they lead is looked at as where they began. */
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
