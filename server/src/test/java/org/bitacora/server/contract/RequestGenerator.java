package org.bitacora.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Generates requests from the contract. Most are valid; some violate it in one place. */
final class RequestGenerator {

    private static final List<String> NASTY = List.of(
            "", "0", "-1", "999999999999999999999", "x y", "\uD83C\uDF0E", "%s", "a,b,,c", "..", "'", "{}", "true");

    /** Existing values by the name of the parameter, so that requests pass the first check. */
    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            Map.entry("a", List.of("v-1", "somebody", "fuzz-unknown")),
            Map.entry(
                    "code",
                    List.of("bahia.visits", "bh.actions", "basic.agreements", "own.x", "twelve-ideas", "fuzz-unknown")),
            Map.entry("s", List.of("plan", "fuzz-unknown")),
            Map.entry("p", List.of("map", "fuzz-unknown")),
            Map.entry("m", List.of("fuzz-member", "unknown")),
            Map.entry("kind", List.of("visit", "agreement")),
            Map.entry("id", List.of("5e0c1f2a9b7d4c68", "00000000-0000-0000-0000-000000000000", "CL_FREQ", "*")),
            Map.entry("delivery", List.of("00000000-0000-0000-0000-000000000000")),
            Map.entry("period", List.of("2014", "2014-05", "2012/2015", "2014-Q1", "2012..2014")),
            Map.entry("baselinePeriod", List.of("2013", "2013-05")),
            Map.entry("from", List.of("0", "1", "2014-01-01")),
            Map.entry("to", List.of("2", "2014-12-31")),
            Map.entry("asOf", List.of("1", "2014-12-31", "2030-01-01T00:00:00Z")),
            Map.entry("baseline", List.of("1", "2014-12-31")),
            Map.entry("minPosition", List.of("0", "1")),
            Map.entry("by", List.of("category", "month", "category,year", "counterpartType", "actorRole")),
            Map.entry("indicator", List.of("bahia.visits", "bahia.visits,bahia.actions")),
            Map.entry("version", List.of("1", "1.0.0", "latest")),
            Map.entry("country", List.of("AR", "BR,AR")),
            Map.entry("of", List.of("/v1/observations", "/v1/territories/fuzz-one/changes")),
            Map.entry("context", List.of("dataflow", "*")),
            Map.entry("agency", List.of("BITACORA", "*")),
            Map.entry("resource", List.of("DF_FUZZ_ONE", "*")),
            Map.entry("type", List.of("codelist", "dataflow", "datastructure", "*")),
            Map.entry("key", List.of("*", "A.fuzz-one", "A")),
            Map.entry("wait", List.of("0")),
            Map.entry("Last-Event-ID", List.of("fuzz-one:1")),
            Map.entry("limit", List.of("1", "10")));

    /**
     * The operations that are only called without a key. With a key, their responses would not end, or they would
     * occupy the server.
     */
    private static final Set<String> ONLY_REFUSED = Set.of("stream", "rebuild");

    private final Random random;
    private final SchemaGenerator values;
    private final List<String> territories;
    private final List<Endpoint> endpoints = new ArrayList<>();

    /** An operation at its path. */
    record Endpoint(String method, String path, JsonNode operation) {
        String id() {
            return operation.path("operationId").asText();
        }
    }

    /** A request with its operation id. */
    record GeneratedRequest(
            String id, String method, String uri, Map<String, String> headers, boolean withKey, Optional<Body> body) {}

    /** A body of a media type. */
    @SuppressWarnings("ArrayRecordComponent") // instances are never compared
    record Body(String mediaType, byte[] content) {
        @Override
        public String toString() {
            return mediaType + " " + new String(content, StandardCharsets.UTF_8);
        }
    }

    RequestGenerator(JsonNode contract, Random random, List<String> territories) {
        this.random = random;
        this.values = new SchemaGenerator(contract, random);
        this.territories = territories;
        contract.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(it -> endpoints.add(new Endpoint(it.getKey(), path.getKey(), it.getValue()))));
    }

    GeneratedRequest next() {
        var endpoint = values.one(endpoints);
        var uri = new StringBuilder(endpoint.path());
        var query = new ArrayList<String>();
        Map<String, String> headers = new java.util.TreeMap<>();
        for (var reference : endpoint.operation().path("parameters")) {
            var parameter = values.resolve(reference);
            var name = parameter.path("name").asText();
            switch (parameter.path("in").asText()) {
                case "path" -> replace(uri, "{" + name + "}", pathValue(endpoint, parameter));
                case "query" -> {
                    if (values.chance(parameter.path("required").asBoolean() ? 95 : 20)) {
                        query.add(encode(name) + "=" + encode(value(endpoint, parameter)));
                    }
                }
                default -> {
                    if (values.chance(20)) {
                        headers.put(name, values.one(KNOWN.getOrDefault(name, List.of("x"))));
                    }
                }
            }
        }
        if (values.chance(3)) {
            query.add("colour=red");
        }
        var address = query.isEmpty() ? uri.toString() : uri + "?" + String.join("&", query);
        return new GeneratedRequest(
                endpoint.id(),
                endpoint.method(),
                address,
                withNegotiation(headers),
                !ONLY_REFUSED.contains(endpoint.id()) && values.chance(90),
                body(endpoint));
    }

    private Map<String, String> withNegotiation(Map<String, String> headers) {
        if (values.chance(15)) {
            headers.put(
                    "Accept",
                    values.one(List.of("*/*", "image/png", "text/html", "application/json;q=0.5, text/csv", "x")));
        }
        if (values.chance(10)) {
            headers.put("If-None-Match", values.one(List.of("*", "\"x\"", "W/\"y\", \"z\"", "")));
        }
        if (values.chance(20)) {
            headers.put("Accept-Language", values.one(List.of("en", "pt-BR", "de", "!")));
        }
        return headers;
    }

    private static void replace(StringBuilder uri, String variable, String value) {
        int at = uri.indexOf(variable);
        uri.replace(at, at + variable.length(), encode(value));
    }

    /** Returns a value that is neither empty nor {@code ..}, because such a path would belong to another operation. */
    private String pathValue(Endpoint endpoint, JsonNode parameter) {
        var value = value(endpoint, parameter);
        return value.isEmpty() || value.equals("..") ? "x" : value;
    }

    private String value(Endpoint endpoint, JsonNode parameter) {
        var name = parameter.path("name").asText();
        if (Set.of("t", "territory", "parent").contains(name)) {
            return endpoint.id().equals("stream") ? "fuzz-nowhere" : values.one(territories);
        }
        if (values.chance(10) && !name.equals("minPosition")) {
            return values.one(NASTY);
        }
        if (KNOWN.containsKey(name)) {
            return values.one(KNOWN.getOrDefault(name, List.of()));
        }
        return values.generate(parameter.path("schema")).asText("x").replace("\u0000", "");
    }

    private Optional<Body> body(Endpoint endpoint) {
        var content = endpoint.operation().path("requestBody").path("content");
        if (content.isEmpty()) {
            return Optional.empty();
        }
        var entries = List.copyOf(content.properties());
        var entry = values.one(entries);
        var mediaType = values.chance(95) ? entry.getKey() : "text/plain";
        return Optional.of(
                switch (entry.getKey()) {
                    case "multipart/form-data" -> form();
                    case "application/zip" -> new Body(mediaType, randomBytes());
                    default -> new Body(mediaType, json(entry.getValue().path("schema")));
                });
    }

    private byte[] json(JsonNode schema) {
        var text = values.generate(schema).toString().replace("br-ba", values.one(territories));
        if (values.chance(3)) {
            text = text.substring(0, random.nextInt(text.length() + 1));
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Body form() {
        var part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\n\r\n";
        var text = values.one(
                List.of(part + "a;b\n1;2\r\n--b--\r\n", part + "a;b", "--b--\r\n", "x", part + "\u0000\r\n--b--"));
        return new Body("multipart/form-data; boundary=b", text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] randomBytes() {
        var bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
