package org.bitacora.projections.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Field;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.Names;

/** Reads definitions from YAML. What is not a definition is an error that names the path. */
final class DefinitionReader {

    private static final Set<String> MEMBERS =
            Set.of("code", "name", "measure", "date", "unit", "direction", "level", "hierarchy", "group", "purpose");

    private DefinitionReader() {}

    static List<Definition> read(InputStream yaml) throws IOException {
        var definitions = new ArrayList<Definition>();
        for (var node : new YAMLMapper().readTree(yaml)) {
            definitions.add(definition(node));
        }
        return definitions;
    }

    private static Definition definition(JsonNode node) {
        only(node, "", MEMBERS);
        return new Definition(
                text(node, "code"),
                1,
                names(node, "name"),
                measure(needed(node, "measure")),
                Transition.of(text(node, "date")).orElseThrow(() -> wrong("date", text(node, "date"))),
                text(node, "unit"),
                Definition.Direction.valueOf(text(node, "direction").toUpperCase(Locale.ROOT)),
                text(node, "level"),
                text(node, "hierarchy"),
                text(node, "group"),
                names(node, "purpose"));
    }

    private static Measure measure(JsonNode node) {
        only(node, "measure.", Set.of("count", "sum", "where"));
        var where = filter(node.path("where"));
        if (node.has("sum")) {
            return new Measure.SumQuantity(text(node, "sum"), where);
        }
        if (!text(node, "count").equals("activities")) {
            throw wrong("measure.count", text(node, "count"));
        }
        return new Measure.CountActivities(where);
    }

    private static Filter filter(JsonNode node) {
        Map<Field, Set<String>> where = new EnumMap<>(Field.class);
        node.properties().forEach(entry -> {
            var field = Field.of(entry.getKey()).orElseThrow(() -> wrong("measure.where", entry.getKey()));
            var values = new TreeSet<String>();
            entry.getValue().forEach(value -> values.add(value.asText()));
            where.put(field, values);
        });
        return new Filter(where);
    }

    private static Names names(JsonNode node, String member) {
        var names = needed(node, member);
        return new Names(text(names, "es"), text(names, "pt"), text(names, "en"));
    }

    private static JsonNode needed(JsonNode node, String member) {
        if (!node.has(member)) {
            throw wrong(member, "missing");
        }
        return node.get(member);
    }

    private static String text(JsonNode node, String member) {
        return needed(node, member).asText();
    }

    private static void only(JsonNode node, String path, Set<String> members) {
        node.fieldNames().forEachRemaining(name -> {
            if (!members.contains(name)) {
                throw wrong(path + name, "unknown");
            }
        });
    }

    private static IllegalArgumentException wrong(String path, String what) {
        return new IllegalArgumentException(path + ": " + what);
    }
}
