package org.bitacora.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bitacora.domain.indicator.ObservationStatus;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.eventlog.Digest;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.projections.projector.CheckpointRepository.Checkpoint;
import org.bitacora.projections.projector.ProjectionTracker;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers read requests on a territory with conditional responses and a cache. The entity tag is derived from
 * everything that determines the response, before the response is computed; therefore an unchanged response is not
 * computed or sent again.
 */
@Singleton
public class ConditionalResponder {

    /** The status of a response whose format cannot contain it. */
    public static final String STATUS = "Bitacora-Status";

    /** The position of the head of the log while the projections are catching up with it. */
    public static final String HEAD = "Bitacora-Head";

    private static final long MAX_CACHE_BYTES = 16 * 1024 * 1024;

    private final ProjectionTracker projectionTracker;
    private final String release;
    private final Cache<RepresentationKey, CachedRepresentation> cache = Caffeine.newBuilder()
            .maximumWeight(MAX_CACHE_BYTES)
            .weigher((RepresentationKey representationKey, CachedRepresentation cachedRepresentation) ->
                    cachedRepresentation.body().content().length()
                            + 2 * representationKey.uri().length()
                            + 200)
            .build();

    private record RepresentationKey(String uri, Format format, String language) {}

    private record CachedRepresentation(Checkpoint checkpoint, String etag, Representation body) {}

    ConditionalResponder(
            ProjectionTracker projectionTracker, @ConfigProperty(name = "quarkus.application.version") String release) {
        this.projectionTracker = projectionTracker;
        this.release = release;
    }

    /**
     * Responds with the representation that {@code make} computes at the current checkpoint, after the projections have
     * reached {@code minPosition}. Fails with a problem 404 if the territory is not registered, and with a problem 503
     * if the projections do not reach the position in time.
     */
    public Uni<Response> respond(
            ReadRequest readRequest,
            String territory,
            List<Format> offered,
            Function<ResponseContext, Uni<Representation>> make) {
        var format = Format.negotiate(readRequest, offered);
        return currentCheckpoint(readRequest, territory)
                .flatMap(reached ->
                        respondFromCache(readRequest, readRequest.uri(), new ResponseContext(reached, format), make));
    }

    /**
     * Responds like {@link #respond}, but without a cache or an entity tag, for representations that also depend on
     * other territories.
     */
    public Uni<Response> respondUncached(
            ReadRequest readRequest,
            String territory,
            List<Format> offered,
            Function<ResponseContext, Uni<Representation>> make) {
        var format = Format.negotiate(readRequest, offered);
        return currentCheckpoint(readRequest, territory)
                .flatMap(reached -> make.apply(new ResponseContext(reached, format))
                        .map(representation -> withCatchingUp(
                                        withHeaders(Response.ok(representation.content()), representation, format),
                                        readRequest,
                                        reached)
                                .build()));
    }

    /**
     * Responds like {@link #respond}, but without a cache or an entity tag if the request includes the members of the
     * territory ({@code rollup}).
     */
    public Uni<Response> respondForScope(
            ReadRequest readRequest,
            String territory,
            List<Format> offered,
            Function<ResponseContext, Uni<Representation>> make) {
        return readRequest.isRollup()
                ? respondUncached(readRequest, territory, offered, make)
                : respond(readRequest, territory, offered, make);
    }

    /**
     * Responds like {@link #respond}, for representations that also depend on the current day. They are computed again
     * each day.
     *
     * @param today returns the current day in the territory
     */
    public Uni<Response> respondForDay(
            ReadRequest readRequest,
            String territory,
            List<Format> offered,
            Function<Checkpoint, Uni<LocalDate>> today,
            Function<ResponseContext, Uni<Representation>> make) {
        var format = Format.negotiate(readRequest, offered);
        return currentCheckpoint(readRequest, territory).flatMap(reached -> today.apply(reached)
                .flatMap(day -> respondFromCache(
                        readRequest, day + " " + readRequest.uri(), new ResponseContext(reached, format), make)));
    }

    private Uni<Response> respondFromCache(
            ReadRequest readRequest,
            String asked,
            ResponseContext responseContext,
            Function<ResponseContext, Uni<Representation>> make) {
        var format = responseContext.format();
        var reached = responseContext.reached();
        var representationKey =
                new RepresentationKey(asked, format, readRequest.language().getLanguage());
        var known = cache.getIfPresent(representationKey);
        if (known != null && known.checkpoint().equals(reached)) {
            return Uni.createFrom().item(toResponse(readRequest, known, format));
        }
        var tag = etag(representationKey, reached);
        if (namesEtag(readRequest, tag)) {
            return Uni.createFrom().item(notModified(tag));
        }
        return make.apply(responseContext).map(representation -> {
            var cachedRepresentation = new CachedRepresentation(reached, tag, representation);
            cache.put(representationKey, cachedRepresentation);
            return toResponse(readRequest, cachedRepresentation, format);
        });
    }

    /**
     * The input for computing a response.
     *
     * @param reached the checkpoint of the projections
     * @param format the format of the response
     */
    public record ResponseContext(Checkpoint reached, Format format) {}

    /**
     * Adds the status and the head of the log while the projections are catching up. A response that the request pins
     * with {@code asOf} lacks nothing.
     */
    public static Response.ResponseBuilder withCatchingUp(
            Response.ResponseBuilder response, ReadRequest readRequest, Checkpoint checkpoint) {
        if (!readRequest.rawValues("asOf").isEmpty()) {
            return response;
        }
        checkpoint.head().ifPresent(head -> response.header(STATUS, ObservationStatus.CATCHING_UP.word())
                .header(HEAD, head));
        return response;
    }

    /** Returns the checkpoint of a territory, after the projections have reached {@code minPosition}. */
    public Uni<Checkpoint> currentCheckpoint(ReadRequest readRequest, String territory) {
        var least = readRequest.number("minPosition");
        return projectionTracker
                .findCheckpoint(territory)
                .map(reached -> reached.orElseThrow(
                        () -> ProblemException.notFound(Detail.of("No territory {0} is registered.", territory))))
                .flatMap(reached ->
                        least.isEmpty() ? Uni.createFrom().item(reached) : awaitPosition(territory, least.get()));
    }

    private Uni<Checkpoint> awaitPosition(String territory, long least) {
        return projectionTracker
                .awaitPosition(territory, least)
                .map(reached -> reached.orElseThrow(() -> ProblemException.unavailable(
                        Detail.of("The projections have not reached position {0} yet.", least))));
    }

    private String etag(RepresentationKey representationKey, Checkpoint reached) {
        var all = String.join("\n", release, reached.toString(), representationKey.toString());
        return '"' + Digest.of(all).hex().substring(0, 32) + '"';
    }

    /**
     * Returns whether {@code If-None-Match} matches the current representation with that tag; {@code *} matches every
     * representation (RFC 9110, 13.1.2).
     */
    public static boolean matchesEtag(ReadRequest readRequest, String tag) {
        return entityTags(readRequest).anyMatch("*"::equals) || namesEtag(readRequest, tag);
    }

    /**
     * Returns whether {@code If-None-Match} lists the tag. If it does, the client already has the response, so nothing
     * needs to be computed.
     */
    private static boolean namesEtag(ReadRequest readRequest, String tag) {
        return entityTags(readRequest)
                .map(it -> it.startsWith("W/") ? it.substring(2) : it)
                .anyMatch(tag::equals);
    }

    private static Stream<String> entityTags(ReadRequest readRequest) {
        return readRequest.header(HttpHeaders.IF_NONE_MATCH).stream()
                .flatMap(it -> Stream.of(it.split(",")))
                .map(String::strip);
    }

    private static Response toResponse(
            ReadRequest readRequest, CachedRepresentation cachedRepresentation, Format format) {
        if (matchesEtag(readRequest, cachedRepresentation.etag())) {
            return notModified(cachedRepresentation.etag());
        }
        return withCatchingUp(
                        withHeaders(
                                withEtag(
                                        Response.ok(cachedRepresentation.body().content()),
                                        cachedRepresentation.etag()),
                                cachedRepresentation.body(),
                                format),
                        readRequest,
                        cachedRepresentation.checkpoint())
                .build();
    }

    private static Response.ResponseBuilder withHeaders(
            Response.ResponseBuilder response, Representation representation, Format format) {
        response.header(HttpHeaders.CONTENT_TYPE, format.mediaType());
        representation.headers().forEach(response::header);
        representation.next().ifPresent(next -> response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\""));
        return response;
    }

    private static Response notModified(String tag) {
        return withEtag(Response.notModified(), tag).build();
    }

    private static Response.ResponseBuilder withEtag(Response.ResponseBuilder response, String tag) {
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, "Accept, Accept-Language");
    }
}
