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
import org.bitacora.domain.refusal.Detail;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.postgres.CallerContext;
import org.bitacora.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Validates subscription requests. */
@Singleton
class SubscriptionValidator {

    private static final int LONGEST_URL = 2_000;
    private static final int MOST = 500;
    private static final Set<String> TOPICS = Set.of(Subscription.LOG, Subscription.OBSERVATIONS);

    private final DestinationResolver destinationResolver;
    private final EventLog log;

    SubscriptionValidator(DestinationResolver destinationResolver, EventLog log) {
        this.destinationResolver = destinationResolver;
        this.log = log;
    }

    /** A validated subscription. */
    record ValidSubscription(
            Subscription subscription, SigningKey.SignatureAlgorithm signature, Map<String, Long> startPositions) {}

    /**
     * Validates a request. Throws a problem 422 if the request is invalid. The destination of the URL is checked last.
     */
    Uni<ValidSubscription> validate(Caller caller, @Nullable SubscriptionRequest body) {
        if (body == null) {
            throw ProblemException.invalid("", Detail.of("The body must be a subscription."));
        }
        var subscription = toSubscription(body);
        subscription.owner = caller.source();
        var validSubscription = new ValidSubscription(
                subscription, signature(body.signature()), startPositions(body, subscription.territories));
        return checkTerritories(validSubscription)
                .chain(() -> checkReachable(subscription.url))
                .replaceWith(validSubscription);
    }

    private static Subscription toSubscription(SubscriptionRequest body) {
        var subscription = new Subscription();
        subscription.id = UUID.randomUUID().toString();
        subscription.url = url(body.url()).toString();
        subscription.topic = oneOf("topic", body.topic(), Subscription.LOG, TOPICS);
        subscription.setState(requestedState(body.state()));
        subscription.territories = distinctTexts("territories", body.territories());
        subscription.types = distinctTexts("types", body.types());
        subscription.indicators = distinctTexts("indicators", body.indicators());
        subscription.description = description(body.description());
        if (subscription.topic.equals(Subscription.OBSERVATIONS) && subscription.types.length > 0) {
            throw ProblemException.invalid("/types", Detail.of("`types` is allowed only with the topic `log`."));
        }
        if (subscription.topic.equals(Subscription.LOG) && subscription.indicators.length > 0) {
            throw ProblemException.invalid(
                    "/indicators", Detail.of("`indicators` is allowed only with the topic `observations`."));
        }
        return subscription;
    }

    private static SubscriptionState requestedState(@Nullable String word) {
        return SubscriptionState.RequestedState.of(word == null ? "active" : word)
                .orElseThrow(
                        () -> ProblemException.invalid("/state", Detail.of("`state` must be `active` or `paused`.")));
    }

    private static @Nullable String description(@Nullable String text) {
        if (text != null && (text.length() > 1_000 || text.indexOf(0) >= 0)) {
            throw ProblemException.invalid(
                    "/description", Detail.of("`description` must have at most 1,000 characters and no U+0000."));
        }
        return text;
    }

    private static URI url(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST_URL) {
            throw ProblemException.invalid("/url", Detail.of("`url` must have 1 to {0} characters.", LONGEST_URL));
        }
        try {
            return new URI(text.strip()).parseServerAuthority();
        } catch (URISyntaxException _) {
            throw ProblemException.invalid("/url", Detail.of("`url` must be a URL such as https://example.org/hook."));
        }
    }

    private static String oneOf(String name, @Nullable String value, String usual, Set<String> words) {
        var word = value == null ? usual : value;
        if (!words.contains(word)) {
            throw ProblemException.invalid(
                    "/" + name,
                    Detail.of(
                            "`{0}` must be one of {1}, not '{2}'.",
                            name, String.join(", ", words.stream().sorted().toList()), word));
        }
        return word;
    }

    private static String[] distinctTexts(String name, @Nullable List<String> values) {
        var all =
                values == null ? List.<String>of() : values.stream().distinct().toList();
        if (all.size() > MOST || all.stream().anyMatch(SubscriptionValidator::isInvalid)) {
            throw ProblemException.invalid(
                    "/" + name,
                    Detail.of(
                            "`{0}` must have at most {1} items, each with 1 to 200 characters and no U+0000.",
                            name, MOST));
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
                        .orElseThrow(() -> ProblemException.invalid(
                                "/signature", Detail.of("`signature` must be `hmac-sha256` or `ed25519`.")));
    }

    private static Map<String, Long> startPositions(SubscriptionRequest body, String[] territories) {
        var after = LogPositions.parse(Optional.ofNullable(body.after()).orElse(""))
                .orElseThrow(() -> ProblemException.invalid(
                        "/after", Detail.of("Expected `territory:position`, for example `br-ba:17`.")));
        if (after.size() > MOST) {
            throw ProblemException.invalid("/after", Detail.of("`after` must have at most {0} positions.", MOST));
        }
        if (territories.length > 0 && !List.of(territories).containsAll(after.keySet())) {
            throw ProblemException.invalid(
                    "/after", Detail.of("`after` may name only territories of the subscription."));
        }
        return after;
    }

    private Uni<Void> checkTerritories(ValidSubscription validSubscription) {
        var all = Uni.createFrom().voidItem();
        for (var territory : validSubscription.subscription().territories) {
            all = all.chain(() -> log.headPosition(territory))
                    .map(end -> end.orElseThrow(() -> ProblemException.invalid(
                            "/territories", Detail.of("No territory {0} is registered.", territory))))
                    .replaceWithVoid();
        }
        for (var startPosition : validSubscription.startPositions().entrySet()) {
            all = all.chain(() -> log.headPosition(startPosition.getKey()))
                    .invoke(end -> checkPosition(startPosition.getKey(), startPosition.getValue(), end.orElse(-1L)))
                    .replaceWithVoid();
        }
        return all;
    }

    private static void checkPosition(String territory, long position, long end) {
        if (position > end) {
            throw ProblemException.invalid(
                    "/after",
                    end < 0
                            ? Detail.of("No territory {0} is registered.", territory)
                            : Detail.of("The log of {0} ends at position {1}.", territory, end));
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
