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
import org.bitacora.application.territory.LogPositions;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.postgres.CallerContext;
import org.bitacora.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Checks what a subscription shall be. */
@Singleton
class SubscriptionValidator {

    private static final int LONGEST_URL = 2_000;
    private static final int MOST = 500;
    private static final Set<String> TOPICS = Set.of(Subscription.LOG, Subscription.OBSERVATIONS);
    private static final Set<String> STATES = Set.of(Subscription.ACTIVE, Subscription.PAUSED);

    private final DestinationResolver destinationResolver;
    private final EventLog log;

    SubscriptionValidator(DestinationResolver destinationResolver, EventLog log) {
        this.destinationResolver = destinationResolver;
        this.log = log;
    }

    /** What was wanted, checked. */
    record ValidSubscription(
            Subscription subscription, SigningKey.SignatureAlgorithm signature, Map<String, Long> startPositions) {}

    /** A problem 422 where it breaks a rule; what is checked last is where its address leads now. */
    Uni<ValidSubscription> validate(Caller caller, @Nullable SubscriptionRequest body) {
        if (body == null) {
            throw ProblemException.invalid("", "A subscription is wanted.");
        }
        var wanted = toSubscription(body);
        wanted.owner = caller.source();
        var validSubscription =
                new ValidSubscription(wanted, signature(body.signature()), startPositions(body, wanted.territories));
        return checkTerritories(validSubscription)
                .chain(() -> checkReachable(wanted.url))
                .replaceWith(validSubscription);
    }

    private static Subscription toSubscription(SubscriptionRequest body) {
        var wanted = new Subscription();
        wanted.id = UUID.randomUUID().toString();
        wanted.url = url(body.url()).toString();
        wanted.topic = oneOf("topic", body.topic(), Subscription.LOG, TOPICS);
        wanted.state = oneOf("state", body.state(), Subscription.ACTIVE, STATES);
        wanted.territories = distinctTexts("territories", body.territories());
        wanted.types = distinctTexts("types", body.types());
        wanted.indicators = distinctTexts("indicators", body.indicators());
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

    private static String oneOf(String name, @Nullable String value, String usual, Set<String> words) {
        var word = value == null ? usual : value;
        if (!words.contains(word)) {
            throw ProblemException.invalid(
                    "/" + name,
                    "One of " + String.join(", ", words.stream().sorted().toList()) + " is wanted.");
        }
        return word;
    }

    private static String[] distinctTexts(String name, @Nullable List<String> values) {
        var all =
                values == null ? List.<String>of() : values.stream().distinct().toList();
        if (all.size() > MOST || all.stream().anyMatch(SubscriptionValidator::isInvalid)) {
            throw ProblemException.invalid("/" + name, "At most " + MOST + " are wanted, none of them empty.");
        }
        return all.toArray(String[]::new);
    }

    private static boolean isInvalid(@Nullable String value) {
        return value == null || value.isBlank() || value.length() > 200 || value.indexOf(0) >= 0;
    }

    private static SigningKey.SignatureAlgorithm signature(@Nullable String word) {
        return word == null
                ? SigningKey.SignatureAlgorithm.HMAC_SHA256
                : SigningKey.SignatureAlgorithm.of(word)
                        .orElseThrow(() -> ProblemException.invalid("/signature", "hmac-sha256 or ed25519 is wanted."));
    }

    private static Map<String, Long> startPositions(SubscriptionRequest body, String[] territories) {
        var after = LogPositions.parse(Optional.ofNullable(body.after()).orElse(""))
                .orElseThrow(() -> ProblemException.invalid("/after", "Places such as br-ba:17 are wanted."));
        if (after.size() > MOST) {
            throw ProblemException.invalid("/after", "At most " + MOST + " places are wanted.");
        }
        if (territories.length > 0 && !List.of(territories).containsAll(after.keySet())) {
            throw ProblemException.invalid("/after", "Places in the territories that are named are wanted.");
        }
        return after;
    }

    private Uni<Void> checkTerritories(ValidSubscription validSubscription) {
        var all = Uni.createFrom().voidItem();
        for (var territory : validSubscription.subscription().territories) {
            all = all.chain(() -> log.headPosition(territory))
                    .map(end -> end.orElseThrow(() ->
                            ProblemException.invalid("/territories", "No territory " + territory + " is registered.")))
                    .replaceWithVoid();
        }
        for (var place : validSubscription.startPositions().entrySet()) {
            all = all.chain(() -> log.headPosition(place.getKey()))
                    .invoke(end -> checkPosition(place.getKey(), place.getValue(), end.orElse(-1L)))
                    .replaceWithVoid();
        }
        return all;
    }

    private static void checkPosition(String territory, long position, long end) {
        if (position > end) {
            throw ProblemException.invalid(
                    "/after",
                    end < 0
                            ? "No territory " + territory + " is registered."
                            : "The log of " + territory + " ends at position " + end + ".");
        }
    }

    private Uni<Void> checkReachable(String url) {
        return CallerContext.emitOnCallerContext(() -> UniHelper.toUni(destinationResolver.resolve(URI.create(url))))
                .invoke(destination -> {
                    if (destination instanceof Destination.UnreachableDestination unreachableDestination) {
                        throw ProblemException.invalid("/url", unreachableDestination.detail());
                    }
                })
                .replaceWithVoid();
    }
}
