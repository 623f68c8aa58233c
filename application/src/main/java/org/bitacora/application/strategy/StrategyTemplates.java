package org.bitacora.application.strategy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Result;
import org.bitacora.eventlog.json.JsonReader;

/** The strategy templates of the application, which territories adopt and adapt. */
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
                throw new IllegalStateException("Missing resource: " + file);
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

    /**
     * Returns the body, completed with the members of the template that it names. Members of the body take precedence.
     */
    public Result<Json.Obj> applyTemplate(Json.Obj body) {
        if (body.get("template").isEmpty()) {
            return Result.success(body);
        }
        return body.text("template")
                .map(byCode::get)
                .map(template -> Result.success(merge(template, body)))
                .orElseGet(() -> Result.failure(new Refusal.InvalidDocument(
                        "/template",
                        Detail.of("Unknown template. Expected one of {0}.", String.join(", ", byCode.keySet())))));
    }

    private static Json.Obj merge(Json.Obj template, Json.Obj body) {
        Map<String, Json> members = new LinkedHashMap<>(template.members());
        members.putAll(body.members());
        return new Json.Obj(members);
    }
}
