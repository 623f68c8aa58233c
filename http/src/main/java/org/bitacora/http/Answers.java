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
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.ProblemException;
import org.bitacora.eventlog.Digest;
import org.bitacora.projections.projector.Following;
import org.bitacora.projections.projector.Positions.Reached;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers what is asked of a territory's read models. The entity tag is made of all that shapes the answer, before it is
 * made; so what did not change is neither computed nor sent again.
 */
@Singleton
public class Answers {

    private static final long BYTES = 16 * 1024 * 1024;

    private final Following following;
    private final String release;
    private final Cache<Key, Answer> remembered = Caffeine.newBuilder()
            .maximumWeight(BYTES)
            .weigher((Key key, Answer answer) ->
                    answer.body().content().length() + 2 * key.uri().length() + 200)
            .build();

    private record Key(String uri, Format format, String language) {}

    private record Answer(Reached stamp, String tag, Body body) {}

    Answers(Following following, @ConfigProperty(name = "quarkus.application.version") String release) {
        this.following = following;
        this.release = release;
    }

    /**
     * Answers with what {@code make} makes of where following stands; {@code minPosition} is waited for. A problem 404
     * where there is no such territory, 503 where following does not come so far in time.
     */
    public Uni<Response> of(Ask ask, String territory, List<Format> offered, Function<Known, Uni<Body>> make) {
        return of(ask, territory, offered, false, make);
    }

    /** The same; what depends on other territories too is made anew each time, and has no tag. */
    public Uni<Response> of(
            Ask ask, String territory, List<Format> offered, boolean ofOthersToo, Function<Known, Uni<Body>> make) {
        if (ofOthersToo) {
            var format = Format.negotiate(ask, offered);
            return reached(ask, territory)
                    .flatMap(reached -> make.apply(new Known(reached, format)))
                    .map(body ->
                            headed(Response.ok(body.content()), body, format).build());
        }
        return remembered(ask, territory, offered, ask.uri(), make);
    }

    /** The same; what depends on the day too is made anew each day. */
    public Uni<Response> of(
            Ask ask, String territory, List<Format> offered, LocalDate day, Function<Known, Uni<Body>> make) {
        return remembered(ask, territory, offered, day + " " + ask.uri(), make);
    }

    private Uni<Response> remembered(
            Ask ask, String territory, List<Format> offered, String asked, Function<Known, Uni<Body>> make) {
        var format = Format.negotiate(ask, offered);
        var key = new Key(asked, format, ask.language().getLanguage());
        return reached(ask, territory).flatMap(reached -> {
            var known = remembered.getIfPresent(key);
            if (known != null && known.stamp().equals(reached)) {
                return Uni.createFrom().item(respond(ask, known, format));
            }
            var tag = tag(key, reached);
            if (matches(ask, tag)) {
                return Uni.createFrom().item(notModified(tag));
            }
            return make.apply(new Known(reached, format)).map(body -> {
                var answer = new Answer(reached, tag, body);
                remembered.put(key, answer);
                return respond(ask, answer, format);
            });
        });
    }

    /**
     * What an answer is made from.
     *
     * @param reached where following stands
     * @param format what it shall be made in
     */
    public record Known(Reached reached, Format format) {}

    /** How far a territory has been followed; {@code minPosition} is waited for, as everywhere. */
    public Uni<Reached> reached(Ask ask, String territory) {
        var least = ask.number("minPosition");
        return following
                .reached(territory)
                .map(reached -> reached.orElseThrow(
                        () -> ProblemException.notFound("No territory " + territory + " is registered.")))
                .flatMap(reached -> least.isEmpty() ? Uni.createFrom().item(reached) : wait(territory, least.get()));
    }

    private Uni<Reached> wait(String territory, long least) {
        return following
                .reached(territory, least)
                .map(reached -> reached.orElseThrow(
                        () -> ProblemException.later("The figures have not come to position " + least + " yet.")));
    }

    private String tag(Key key, Reached reached) {
        var all = String.join("\n", release, reached.toString(), key.toString());
        return '"' + Digest.of(all).hex().substring(0, 32) + '"';
    }

    /** Whether whoever asks has what carries that tag. */
    public static boolean matches(Ask ask, String tag) {
        return ask.header(HttpHeaders.IF_NONE_MATCH)
                .filter(wanted -> wanted.equals("*") || wanted.contains(tag))
                .isPresent();
    }

    private static Response respond(Ask ask, Answer answer, Format format) {
        if (matches(ask, answer.tag())) {
            return notModified(answer.tag());
        }
        return headed(tagged(Response.ok(answer.body().content()), answer.tag()), answer.body(), format)
                .build();
    }

    private static Response.ResponseBuilder headed(Response.ResponseBuilder response, Body body, Format format) {
        response.header(HttpHeaders.CONTENT_TYPE, format.mediaType());
        body.headers().forEach(response::header);
        body.next().ifPresent(next -> response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\""));
        return response;
    }

    private static Response notModified(String tag) {
        return tagged(Response.notModified(), tag).build();
    }

    private static Response.ResponseBuilder tagged(Response.ResponseBuilder response, String tag) {
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, "Accept, Accept-Language");
    }
}
