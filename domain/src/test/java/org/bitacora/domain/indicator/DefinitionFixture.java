package org.bitacora.domain.indicator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.indicator.DefinitionReader.DefinitionResult;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonText;

/** Reads definitions in tests, with the definitions to which they may refer. */
abstract class DefinitionFixture {

    static final Map<String, Definition> KNOWN = new HashMap<>();
    static final Definition AGREEMENTS =
            definition("bh.agreements", "{\"count\": \"activities\", \"where\": {\"kind\": [\"agreement\"]}}");
    static final Definition SHARE = definition("own.share", """
            {"ratio": {"numerator": {"count": "activities"}, "denominator": {"count": "activities"}}}""");

    static {
        KNOWN.put(AGREEMENTS.code().value(), AGREEMENTS);
        KNOWN.put(SHARE.code().value(), SHARE);
    }

    static Definition definition(String code, String measure) {
        return ((DefinitionResult.ValidDefinition) read(code, "\"unit\": \"activities\", \"measure\": " + measure))
                .definition();
    }

    static DefinitionResult read(String code, String members) {
        var data = json("{\"name\": \"Acuerdos\", " + members + "}");
        return DefinitionReader.read(code, 1, data, it -> Optional.ofNullable(KNOWN.get(it)));
    }

    static Json.Obj json(String text) {
        return JsonText.json(text.replace('"', '\''));
    }

    static Measure measure(String json) {
        return definition("x", json).measure();
    }

    static List<String> pointers(String members) {
        return switch (read("x", members)) {
            case DefinitionResult.ValidDefinition _ -> List.of();
            case DefinitionResult.InvalidDefinition(var violations) ->
                violations.stream().map(it -> it.pointer().value()).toList();
        };
    }

    static List<String> pointersOf(String measure) {
        return pointers("\"unit\": \"activities\", \"measure\": " + measure);
    }
}
