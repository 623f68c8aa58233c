package org.bitacora.application.strategy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.json.JsonReader;

/** The strategies that come with the application, as data, to adopt and to change. */
@Singleton
public class StrategyTemplates {

    private static final List<String> CODES = List.of("twelve-ideas", "belo-horizonte-ppag", "bahia-activity-map");

    private final Map<String, Json.Obj> byCode = new LinkedHashMap<>();

    StrategyTemplates() {
        CODES.forEach(code -> byCode.put(code, read("strategies/" + code + ".yaml")));
    }

    private static Json.Obj read(String file) {
        try (var yaml = StrategyTemplates.class.getClassLoader().getResourceAsStream(file)) {
            if (yaml == null) {
                throw new IllegalStateException("Missing from the application: " + file);
            }
            return (Json.Obj)
                    JsonReader.parseStored(new YAMLMapper().readTree(yaml).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    public Map<String, Json.Obj> all() {
        return byCode;
    }

    /** A body with what the template that it names says, where the body itself does not. */
    public Json.Obj applyTemplate(Json.Obj body) {
        if (body.get("template").isEmpty()) {
            return body;
        }
        var template = body.text("template")
                .map(byCode::get)
                .orElseThrow(() -> ProblemException.invalid(
                        "/template", "One of " + String.join(", ", byCode.keySet()) + " is wanted."));
        Map<String, Json> members = new LinkedHashMap<>(template.members());
        members.putAll(body.members());
        return new Json.Obj(members);
    }
}
