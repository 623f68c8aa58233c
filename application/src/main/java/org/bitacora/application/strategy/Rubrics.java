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
import org.bitacora.domain.indicator.Names;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.Members;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.eventlog.json.JsonReader;

/**
 * The rubrics that come with the application, as data in {@code rubrics.yaml}: what the cuaderno will not see reduced to
 * counts, each with levels that say what is seen at them.
 */
@Singleton
public class Rubrics {

    private static final String FILE = "rubrics/rubrics.yaml";

    private final Map<String, Rubric> byCode = new LinkedHashMap<>();

    /** A judgement on a scale: the levels from the lowest on, the first of them 1. */
    public record Rubric(String code, Names name, List<Level> levels) {
        public Rubric {
            levels = List.copyOf(levels);
        }
    }

    /** A level, and what one sees at it. */
    public record Level(Names name, Names description) {}

    Rubrics() {
        try (var yaml = Rubrics.class.getClassLoader().getResourceAsStream(FILE)) {
            if (yaml == null) {
                throw new IllegalStateException("Missing from the application: " + FILE);
            }
            new YAMLMapper().readTree(yaml).forEach(node -> add((Json.Obj) JsonReader.stored(node.toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private void add(Json.Obj data) {
        var members = new Members(Pointer.ROOT, data, new ArrayList<>());
        var rubric = new Rubric(
                members.text("code", true),
                Names.read(members, "name", true),
                members.objects("levels").stream()
                        .map(it -> new Level(Names.read(it, "name", true), Names.read(it, "description", true)))
                        .toList());
        if (!members.isSound()) {
            throw new IllegalStateException(FILE + ": " + members.found());
        }
        byCode.put(rubric.code(), rubric);
    }

    public Collection<Rubric> all() {
        return byCode.values();
    }

    public Optional<Rubric> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
