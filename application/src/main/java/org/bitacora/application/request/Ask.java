package org.bitacora.application.request;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.QueryStringEncoder;
import io.vertx.core.http.HttpServerRequest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request for something to read: its address, its parameters, and how the answer is wanted. */
public final class Ask {

    private static final List<Locale> LANGUAGES = List.of(Locale.of("es"), Locale.of("pt"), Locale.of("en"));

    private final String uri;
    private final Header header;
    private final Map<String, List<String>> parameters;

    private interface Header {
        @Nullable
        String of(String name);
    }

    /** What that request asks; no parameters but those are known. */
    public Ask(HttpServerRequest request, Set<String> known) {
        this(request.uri(), request::getHeader);
        for (var name : parameters.keySet()) {
            if (!known.contains(name)) {
                throw ProblemException.parameter(name, "There is no such parameter here.");
            }
            if (parameters.getOrDefault(name, List.of()).stream().anyMatch(value -> value.indexOf(0) >= 0)) {
                throw ProblemException.parameter(name, "No text can hold U+0000.");
            }
        }
    }

    private Ask(String uri, Header header) {
        this.uri = uri;
        this.header = header;
        this.parameters = uri.indexOf('?') < 0 ? Map.of() : new QueryStringDecoder(uri).parameters();
    }

    /** What would be asked at another address, in that language and whatever format the address names. */
    public static Ask at(String uri, Locale language) {
        return new Ask(uri, name -> name.equals("Accept-Language") ? language.getLanguage() : null);
    }

    /** Path and query, from the root. */
    public String uri() {
        return uri;
    }

    /** The path. */
    public String path() {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    /** The first value of a parameter. */
    public Optional<String> parameter(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** What is given for a parameter, as often as it is given, and empty where it is. */
    public List<String> given(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** All values of a parameter: given several times, or with commas between them. */
    public List<String> values(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** A whole number from 0 on; a problem 400 where it is anything else. */
    public Optional<Long> number(String name) {
        return parameter(name).map(text -> {
            if (!text.matches("\\d{1,18}")) {
                throw ProblemException.parameter(name, "A whole number from 0 on is wanted.");
            }
            return Long.parseLong(text);
        });
    }

    /**
     * The position as of which definitions are meant, else the latest: {@code asOf} moves the data alone. Only the
     * application asks itself so; a request with this parameter is refused.
     */
    public Optional<Long> definedAt() {
        return number("definedAt");
    }

    /** Whether something is wanted: by true, or by its name alone; a problem 400 where it is neither true nor false. */
    public static boolean flag(String name, @Nullable String value) {
        return switch (value) {
            case null -> false;
            case "false" -> false;
            case "true", "" -> true;
            default -> throw ProblemException.parameter(name, "true or false is wanted.");
        };
    }

    /** How many items a page shall have, from 1 to {@code most}. */
    public int limit(int usual, int most) {
        long limit = number("limit").orElse((long) usual);
        if (limit < 1 || limit > most) {
            throw ProblemException.parameter("limit", "A number from 1 to " + most + " is wanted.");
        }
        return (int) limit;
    }

    /** The language of the answer: Spanish, Portuguese or English; Spanish where none of them is asked for. */
    public Locale language() {
        var wanted = header("Accept-Language");
        if (wanted.isEmpty()) {
            return LANGUAGES.getFirst();
        }
        try {
            var ranges = Locale.LanguageRange.parse(wanted.get());
            return Optional.ofNullable(Locale.lookup(ranges, LANGUAGES)).orElse(LANGUAGES.getFirst());
        } catch (IllegalArgumentException _) {
            return LANGUAGES.getFirst();
        }
    }

    /** The address of another path with those of this request's parameters, and more: names and values in turn. */
    public String elsewhere(String path, Collection<String> kept, String... namesAndValues) {
        var query = new TreeMap<>(parameters);
        query.keySet().retainAll(kept);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        var encoder = new QueryStringEncoder(path);
        query.forEach((name, values) -> values.forEach(value -> encoder.addParam(name, value)));
        return encoder.toString();
    }

    /** The address of this request with those parameters set: names and values in turn. */
    public String with(String... namesAndValues) {
        return elsewhere(path(), parameters.keySet(), namesAndValues);
    }

    /** This request with another value of that parameter. */
    public Ask replaced(String parameter, String value) {
        return new Ask(with(parameter, value), header);
    }

    /** A header of the request. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(header.of(name));
    }
}
