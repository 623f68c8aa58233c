package org.bitacora.application.strategy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.indicator.LocalizedText;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.eventlog.json.JsonReader;

/**
 * The rubrics of the application, read from {@code rubrics.yaml}. A rubric assesses qualities that the source document
 * (third AL-LAs cuaderno, 2014) does not reduce to counts. Each level of a rubric describes what can be observed.
 */
@Singleton
public class Rubrics {

    private static final String FILE = "rubrics/rubrics.yaml";

    private final Map<String, RubricDefinition> byCode = new LinkedHashMap<>();

    /** A rubric: an ordinal scale whose levels start with level 1, the lowest. */
    public record RubricDefinition(String code, LocalizedText name, List<RubricLevel> levels) {
        public RubricDefinition {
            levels = List.copyOf(levels);
        }
    }

    /** A level of a rubric, and a description of what can be observed at it. */
    public record RubricLevel(LocalizedText name, LocalizedText description) {}

    Rubrics() {
        try (var yaml = Rubrics.class.getClassLoader().getResourceAsStream(FILE)) {
            if (yaml == null) {
                throw new IllegalStateException("Missing resource: " + FILE);
            }
            new YAMLMapper().readTree(yaml).forEach(node -> add((Json.Obj) JsonReader.parseStored(node.toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private void add(Json.Obj data) {
        var jsonObjectReader = new JsonObjectReader(Pointer.ROOT, data, new ArrayList<>());
        var rubricDefinition = new RubricDefinition(
                jsonObjectReader.requiredText("code"),
                LocalizedText.readRequired(jsonObjectReader, "name"),
                jsonObjectReader.objects("levels").stream()
                        .map(it -> new RubricLevel(
                                LocalizedText.readRequired(it, "name"), LocalizedText.readRequired(it, "description")))
                        .toList());
        if (!jsonObjectReader.isValid()) {
            throw new IllegalStateException(FILE + ": " + jsonObjectReader.violations());
        }
        byCode.put(rubricDefinition.code(), rubricDefinition);
    }

    public Collection<RubricDefinition> all() {
        return byCode.values();
    }

    public Optional<RubricDefinition> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
