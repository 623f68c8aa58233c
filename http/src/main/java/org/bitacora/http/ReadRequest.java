package org.bitacora.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.QueryStringEncoder;
import io.vertx.core.http.HttpServerRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bitacora.domain.json.ComposedText;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.language.Languages;
import org.bitacora.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** A read request: its URI, its parameters, and the format and language of the response. */
public final class ReadRequest {

    private final String uri;
    private final HeaderLookup headerLookup;
    private final Map<String, List<String>> parameters;

    private interface HeaderLookup {
        @Nullable
        String value(String name);
    }

    /**
     * Creates a read request. Throws a problem 400 if a parameter is not in {@code known} or a value contains U+0000.
     */
    public ReadRequest(HttpServerRequest request, Set<String> known) {
        this(request.uri(), request::getHeader);
        for (var name : parameters.keySet()) {
            if (!known.contains(name)) {
                throw ProblemException.invalidParameter(name, Detail.of("Unknown parameter."));
            }
            if (parameters.getOrDefault(name, List.of()).stream().anyMatch(value -> value.indexOf(0) >= 0)) {
                throw ProblemException.invalidParameter(name, Detail.of("A text must not contain U+0000."));
            }
        }
    }

    private ReadRequest(String uri, HeaderLookup headerLookup) {
        this.uri = uri;
        this.headerLookup = headerLookup;
        this.parameters = uri.indexOf('?') < 0 ? Map.of() : composed(new QueryStringDecoder(uri).parameters());
    }

    /** Returns the parameters with their values in composed form (NFC), the form of the texts in read models. */
    private static Map<String, List<String>> composed(Map<String, List<String>> parameters) {
        var composed = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, values) ->
                composed.put(name, values.stream().map(ComposedText::of).toList()));
        return composed;
    }

    /**
     * Returns a read request for another URI, with the language as its only header. The names of its parameters are not
     * checked.
     */
    public static ReadRequest ofUri(String uri, Locale language) {
        return new ReadRequest(uri, name -> name.equals("Accept-Language") ? language.getLanguage() : null);
    }

    /** Returns the path and query. */
    public String uri() {
        return uri;
    }

    /** Returns the path. */
    public String path() {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    /** Returns the value of a parameter; throws a problem 400 if it is given more than once. */
    public Optional<String> parameter(String name) {
        var given = parameters.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw ProblemException.invalidParameter(name, Detail.of("`{0}` must be given only once.", name));
        }
        return given.stream().filter(value -> !value.isEmpty()).findFirst();
    }

    /** Returns all values of a parameter without splitting them, including empty ones. */
    public List<String> rawValues(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** Returns all values of a parameter, which may be repeated or separated by commas. */
    public List<String> values(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Returns the value of a parameter as an integer of at least 0; throws a problem 400 for any other value. */
    public Optional<Long> number(String name) {
        return parameter(name).map(text -> {
            if (!text.matches("\\d{1,18}")) {
                throw ProblemException.invalidParameter(name, Detail.of("Expected a whole number of 0 or more."));
            }
            return Long.parseLong(text);
        });
    }

    /**
     * Returns whether {@code rollup} includes the members of the territory; throws a problem 400 if the value is
     * invalid.
     */
    public boolean isRollup() {
        return switch (parameter("rollup").orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw ProblemException.invalidParameter("rollup", Detail.of("`rollup` must be `true` or `false`."));
        };
    }

    /**
     * Returns whether a flag is set: by {@code true}, or by its name without a value; throws a problem 400 for values
     * other than true and false.
     */
    public static boolean parseFlag(String name, @Nullable String value) {
        return switch (value) {
            case null -> false;
            case "false" -> false;
            case "true", "" -> true;
            default -> throw ProblemException.invalidParameter(name, Detail.of("Expected `true` or `false`."));
        };
    }

    /** Returns the page size, from 1 to {@code most}; {@code usual} if the request states none. */
    public int limit(int usual, int most) {
        long limit = number("limit").orElse((long) usual);
        if (limit < 1 || limit > most) {
            throw ProblemException.invalidParameter("limit", Detail.of("Expected a whole number from 1 to {0}.", most));
        }
        return (int) limit;
    }

    /**
     * Returns the language of the response: Spanish, Portuguese or English; Spanish if the request accepts none of
     * them.
     */
    public Locale language() {
        return Languages.preferred(header("Accept-Language").orElse(null)).orElseGet(() -> Locale.of("es"));
    }

    /**
     * Returns a URI with another path, the {@code kept} parameters of this request, and additional ones given as
     * alternating names and values.
     */
    public String uriFor(String path, Collection<String> kept, String... namesAndValues) {
        var query = new TreeMap<>(parameters);
        query.keySet().retainAll(kept);
        return encode(path, query, namesAndValues);
    }

    /** Returns a URI with a path and parameters, given as alternating names and values. */
    public static String uriOf(String path, String... namesAndValues) {
        return encode(path, new TreeMap<>(), namesAndValues);
    }

    private static String encode(String path, SortedMap<String, List<String>> query, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        var encoder = new QueryStringEncoder(path);
        query.forEach((name, values) -> values.forEach(value -> encoder.addParam(name, value)));
        return encoder.toString();
    }

    /** Returns the URI of this request with the parameters set, given as alternating names and values. */
    public String uriWith(String... namesAndValues) {
        return uriFor(path(), parameters.keySet(), namesAndValues);
    }

    /** Returns this request with another value of the parameter. */
    public ReadRequest withParameter(String parameter, String value) {
        return new ReadRequest(uriWith(parameter, value), headerLookup);
    }

    /** Returns a header of the request. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headerLookup.value(name));
    }
}
