package org.bitacora.projections.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.DefinitionReader;
import org.bitacora.domain.indicator.DefinitionReader.DefinitionResult;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.json.JsonReader;

/** The built-in indicators, defined in the files of {@code indicators/}. */
public final class IndicatorCatalogue {

    private static final List<String> FILES = List.of("belo-horizonte", "bahia", "basic", "allas");

    private final Map<String, Definition> byCode = new LinkedHashMap<>();

    private IndicatorCatalogue() {}

    /** Reads the catalogue from its files. */
    public static IndicatorCatalogue read() {
        var indicatorCatalogue = new IndicatorCatalogue();
        FILES.forEach(file -> indicatorCatalogue.read("indicators/" + file + ".yaml"));
        return indicatorCatalogue;
    }

    private void read(String file) {
        try (var yaml = IndicatorCatalogue.class.getClassLoader().getResourceAsStream(file)) {
            if (yaml == null) {
                throw new IllegalStateException("The application does not contain the file " + file);
            }
            new YAMLMapper().readTree(yaml).forEach(node -> add(file, node));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private void add(String file, JsonNode node) {
        if (!(JsonReader.parseStored(node.toString()) instanceof Json.Obj data)) {
            throw new IllegalStateException(file + ": each element of the list must be a definition (a JSON object)");
        }
        var code = data.text("code").orElse("");
        switch (DefinitionReader.read(code, 1, data.without("code"), this::find)) {
            case DefinitionResult.ValidDefinition(var definition) -> byCode.put(code, definition);
            case DefinitionResult.InvalidDefinition(var violations) ->
                throw new IllegalStateException(file + ", " + code + ": " + violations);
        }
    }

    /** Returns all definitions, in the order of the files. */
    public Collection<Definition> all() {
        return byCode.values();
    }

    /** Returns the definition with a code; empty if there is none. */
    public Optional<Definition> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
