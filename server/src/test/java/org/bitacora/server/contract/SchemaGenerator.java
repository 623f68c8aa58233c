package org.bitacora.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Generates JSON from a schema of the contract. Most of it conforms to the schema. */
final class SchemaGenerator {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 6;
    private static final List<String> TEXTS = List.of(
            "a",
            "Bahia",
            "2014",
            "2014-05-01",
            "",
            " ",
            "o1",
            "a\u0000b",
            "\uD83C\uDF0E",
            "%s",
            "'; --",
            "x".repeat(5_000));

    private final JsonNode contract;
    private final Random random;

    SchemaGenerator(JsonNode contract, Random random) {
        this.contract = contract;
        this.random = random;
    }

    JsonNode generate(JsonNode schema) {
        return generate(schema, 0);
    }

    JsonNode resolve(JsonNode node) {
        var reference = node.path("$ref").asText("");
        return reference.isEmpty() ? node : contract.at(reference.substring(1));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private JsonNode generate(JsonNode reference, int depth) {
        var schema = resolve(reference);
        if (chance(2)) {
            return anything();
        }
        for (var choice : List.of("anyOf", "oneOf", "allOf", "enum", "examples")) {
            var items = schema.path(choice);
            if (!items.isEmpty() && (!choice.equals("examples") || chance(50))) {
                var item = items.get(random.nextInt(items.size()));
                return choice.endsWith("Of") ? generate(item, depth + 1) : item;
            }
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> JSON.numberNode(random.nextLong(-1, 1_000));
            case "number" -> JSON.numberNode(random.nextInt(-10_000, 10_000) / 100.0);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.textNode(one(TEXTS));
        };
    }

    private String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.get(0).asText() : type.asText("object");
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        var required = new ArrayList<String>();
        schema.path("required").forEach(it -> required.add(it.asText()));
        schema.path("properties").properties().forEach(it -> {
            if (required.contains(it.getKey()) ? chance(97) : depth < MAX_DEPTH && chance(40)) {
                object.set(it.getKey(), generate(it.getValue(), depth + 1));
            }
        });
        if (chance(5)) {
            object.set("colour", anything());
        }
        return object;
    }

    private JsonNode array(JsonNode schema, int depth) {
        var array = JSON.arrayNode();
        int size = depth < MAX_DEPTH ? random.nextInt(3) : 0;
        for (int i = 0; i < size; i++) {
            array.add(generate(schema.path("items"), depth + 1));
        }
        return array;
    }

    private JsonNode anything() {
        return switch (random.nextInt(5)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.arrayNode().add(1);
            case 2 -> JSON.objectNode().put("x", 1);
            case 3 -> JSON.numberNode(1e300);
            default -> JSON.textNode(one(TEXTS));
        };
    }
}
