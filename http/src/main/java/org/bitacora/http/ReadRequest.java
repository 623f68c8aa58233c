package org.bitacora.http;

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
import org.bitacora.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** A request for something to read: its address, its parameters, and how the answer is wanted. */
public final class ReadRequest {

    private static final List<Locale> LANGUAGES = List.of(Locale.of("es"), Locale.of("pt"), Locale.of("en"));

    private final String uri;
    private final HeaderLookup headerLookup;
    private final Map<String, List<String>> parameters;

    private interface HeaderLookup {
        @Nullable
        String value(String name);
    }

    /** What that request asks; no parameters but those are known. */
    public ReadRequest(HttpServerRequest request, Set<String> known) {
        this(request.uri(), request::getHeader);
        for (var name : parameters.keySet()) {
            if (!known.contains(name)) {
                throw ProblemException.invalidParameter(name, "Unknown parameter.");
            }
            if (parameters.getOrDefault(name, List.of()).stream().anyMatch(value -> value.indexOf(0) >= 0)) {
                throw ProblemException.invalidParameter(name, "A text must not contain U+0000.");
            }
        }
    }

    private ReadRequest(String uri, HeaderLookup headerLookup) {
        this.uri = uri;
        this.headerLookup = headerLookup;
        this.parameters = uri.indexOf('?') < 0 ? Map.of() : new QueryStringDecoder(uri).parameters();
    }

    /** What would be asked at another address, in that language and whatever format the address names. */
    public static ReadRequest ofUri(String uri, Locale language) {
        return new ReadRequest(uri, name -> name.equals("Accept-Language") ? language.getLanguage() : null);
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
    public List<String> rawValues(String name) {
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
                throw ProblemException.invalidParameter(name, "Expected a whole number, 0 or greater.");
            }
            return Long.parseLong(text);
        });
    }

    /** Returns whether {@code rollup} asks for the members of the territory too; a problem 400 if the value is invalid. */
    public boolean isRollup() {
        return switch (parameter("rollup").orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemException.invalidParameter("rollup", "`rollup` must be `true` or `false`.");
        };
    }

    /** Whether something is wanted: by true, or by its name alone; a problem 400 where it is neither true nor false. */
    public static boolean parseFlag(String name, @Nullable String value) {
        return switch (value) {
            case null -> false;
            case "false" -> false;
            case "true", "" -> true;
            default -> throw ProblemException.invalidParameter(name, "Expected `true` or `false`.");
        };
    }

    /** How many items a page shall have, from 1 to {@code most}. */
    public int limit(int usual, int most) {
        long limit = number("limit").orElse((long) usual);
        if (limit < 1 || limit > most) {
            throw ProblemException.invalidParameter("limit", "Expected a number from 1 to " + most + ".");
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
    public String uriFor(String path, Collection<String> kept, String... namesAndValues) {
        var query = new TreeMap<>(parameters);
        query.keySet().retainAll(kept);
        return encode(path, query, namesAndValues);
    }

    /** The address of a path with those parameters: names and values in turn. */
    public static String uriOf(String path, String... namesAndValues) {
        return encode(path, new TreeMap<>(), namesAndValues);
    }

    private static String encode(String path, TreeMap<String, List<String>> query, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        var encoder = new QueryStringEncoder(path);
        query.forEach((name, values) -> values.forEach(value -> encoder.addParam(name, value)));
        return encoder.toString();
    }

    /** The address of this request with those parameters set: names and values in turn. */
    public String uriWith(String... namesAndValues) {
        return uriFor(path(), parameters.keySet(), namesAndValues);
    }

    /** This request with another value of that parameter. */
    public ReadRequest withParameter(String parameter, String value) {
        return new ReadRequest(uriWith(parameter, value), headerLookup);
    }

    /** A header of the request. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headerLookup.value(name));
    }
}
