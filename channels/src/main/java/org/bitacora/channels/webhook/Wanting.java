package org.bitacora.channels.webhook;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bitacora.application.access.Caller;
import org.bitacora.application.request.ProblemException;
import org.bitacora.application.territory.Places;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.postgres.CallerContext;
import org.jspecify.annotations.Nullable;

/** Checks what a subscription shall be. */
@Singleton
class Wanting {

    private static final int LONGEST_URL = 2_000;
    private static final int MOST = 500;
    private static final Set<String> TOPICS = Set.of(Subscription.LOG, Subscription.OBSERVATIONS);
    private static final Set<String> STATES = Set.of(Subscription.ACTIVE, Subscription.PAUSED);

    private final Destinations destinations;
    private final EventLog log;

    Wanting(Destinations destinations, EventLog log) {
        this.destinations = destinations;
        this.log = log;
    }

    /** What was wanted, checked. */
    record Checked(Subscription subscription, SigningKey.Algorithm signature, Map<String, Long> after) {}

    /** A problem 422 where it breaks a rule; what is checked last is where its address leads now. */
    Uni<Checked> check(Caller caller, @Nullable SubscriptionWanted body) {
        if (body == null) {
            throw ProblemException.invalid("", "A subscription is wanted.");
        }
        var wanted = read(body);
        wanted.owner = caller.source();
        var checked = new Checked(wanted, signature(body.signature()), after(body, wanted.territories));
        return registered(checked).chain(() -> reachable(wanted.url)).replaceWith(checked);
    }

    private static Subscription read(SubscriptionWanted body) {
        var wanted = new Subscription();
        wanted.id = UUID.randomUUID().toString();
        wanted.url = url(body.url()).toString();
        wanted.topic = word("topic", body.topic(), Subscription.LOG, TOPICS);
        wanted.state = word("state", body.state(), Subscription.ACTIVE, STATES);
        wanted.territories = several("territories", body.territories());
        wanted.types = several("types", body.types());
        wanted.indicators = several("indicators", body.indicators());
        wanted.description = description(body.description());
        if (wanted.topic.equals(Subscription.OBSERVATIONS) && wanted.types.length > 0) {
            throw ProblemException.invalid("/types", "They are of the topic log.");
        }
        if (wanted.topic.equals(Subscription.LOG) && wanted.indicators.length > 0) {
            throw ProblemException.invalid("/indicators", "They are of the topic observations.");
        }
        return wanted;
    }

    private static @Nullable String description(@Nullable String text) {
        if (text != null && (text.length() > 1_000 || text.indexOf(0) >= 0)) {
            throw ProblemException.invalid("/description", "At most 1,000 characters are wanted, none of them U+0000.");
        }
        return text;
    }

    private static URI url(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST_URL) {
            throw ProblemException.invalid("/url", "An address of at most " + LONGEST_URL + " characters is wanted.");
        }
        try {
            return new URI(text.strip()).parseServerAuthority();
        } catch (URISyntaxException _) {
            throw ProblemException.invalid("/url", "An address such as https://example.org/hook is wanted.");
        }
    }

    private static String word(String name, @Nullable String value, String usual, Set<String> words) {
        var word = value == null ? usual : value;
        if (!words.contains(word)) {
            throw ProblemException.invalid(
                    "/" + name,
                    "One of " + String.join(", ", words.stream().sorted().toList()) + " is wanted.");
        }
        return word;
    }

    private static String[] several(String name, @Nullable List<String> values) {
        var all =
                values == null ? List.<String>of() : values.stream().distinct().toList();
        if (all.size() > MOST || all.stream().anyMatch(Wanting::isUnfit)) {
            throw ProblemException.invalid("/" + name, "At most " + MOST + " are wanted, none of them empty.");
        }
        return all.toArray(String[]::new);
    }

    private static boolean isUnfit(@Nullable String value) {
        return value == null || value.isBlank() || value.length() > 200 || value.indexOf(0) >= 0;
    }

    private static SigningKey.Algorithm signature(@Nullable String word) {
        return word == null
                ? SigningKey.Algorithm.HMAC_SHA256
                : SigningKey.Algorithm.of(word)
                        .orElseThrow(() -> ProblemException.invalid("/signature", "hmac-sha256 or ed25519 is wanted."));
    }

    private static Map<String, Long> after(SubscriptionWanted body, String[] territories) {
        var after = Places.read(
                Optional.ofNullable(body.after()).orElse(""),
                () -> ProblemException.invalid("/after", "Places such as br-ba:17 are wanted."));
        if (after.size() > MOST) {
            throw ProblemException.invalid("/after", "At most " + MOST + " places are wanted.");
        }
        if (territories.length > 0 && !List.of(territories).containsAll(after.keySet())) {
            throw ProblemException.invalid("/after", "Places in the territories that are named are wanted.");
        }
        return after;
    }

    private Uni<Void> registered(Checked checked) {
        var all = Uni.createFrom().voidItem();
        for (var territory : checked.subscription().territories) {
            all = all.chain(() -> log.end(territory))
                    .map(end -> end.orElseThrow(() ->
                            ProblemException.invalid("/territories", "No territory " + territory + " is registered.")))
                    .replaceWithVoid();
        }
        for (var place : checked.after().entrySet()) {
            all = all.chain(() -> log.end(place.getKey()))
                    .invoke(end -> checkLength(place.getKey(), place.getValue(), end.orElse(-1L)))
                    .replaceWithVoid();
        }
        return all;
    }

    private static void checkLength(String territory, long position, long end) {
        if (position > end) {
            throw ProblemException.invalid(
                    "/after",
                    end < 0
                            ? "No territory " + territory + " is registered."
                            : "The log of " + territory + " ends at position " + end + ".");
        }
    }

    private Uni<Void> reachable(String url) {
        return CallerContext.returning(() -> UniHelper.toUni(destinations.of(URI.create(url))))
                .invoke(destination -> {
                    if (destination instanceof Destination.Nowhere nowhere) {
                        throw ProblemException.invalid("/url", nowhere.detail());
                    }
                })
                .replaceWithVoid();
    }
}
