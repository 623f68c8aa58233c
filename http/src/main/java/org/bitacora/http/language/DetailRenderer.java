package org.bitacora.http.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.bitacora.domain.refusal.Detail;
import org.jspecify.annotations.Nullable;

/**
 * Writes details in one language. The translations are in {@code details.yaml}: one entry for each English template,
 * with its translations {@code es} and {@code pt}. A test compares the entries with the templates in the code.
 */
public final class DetailRenderer {

    /** Writes details in English. */
    public static final DetailRenderer ENGLISH = new DetailRenderer(Locale.ENGLISH, Map.of());

    private static final String FILE = "details.yaml";
    private static final Map<String, DetailRenderer> BY_LANGUAGE = load();

    private final Locale language;
    private final Map<String, String> translations;

    private DetailRenderer(Locale language, Map<String, String> translations) {
        this.language = language;
        this.translations = translations;
    }

    /** Returns the renderer for the language of a request: Spanish, Portuguese, or English by default. */
    public static DetailRenderer of(HttpServerRequest request) {
        return ofHeader(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** Returns the renderer for a value of the header Accept-Language; the English one if the value is null. */
    static DetailRenderer ofHeader(@Nullable String acceptLanguage) {
        return forLanguage(Languages.preferred(acceptLanguage).orElse(Locale.ENGLISH));
    }

    /** Returns the Spanish or Portuguese renderer; the English one for every other language. */
    public static DetailRenderer forLanguage(Locale language) {
        return BY_LANGUAGE.getOrDefault(language.getLanguage(), ENGLISH);
    }

    /** Returns the language of the texts. */
    public Locale language() {
        return language;
    }

    /** Returns the text of a detail. */
    public String render(Detail detail) {
        return detail.render(template -> translations.getOrDefault(template, template));
    }

    private static Map<String, DetailRenderer> load() {
        try (var yaml = DetailRenderer.class.getClassLoader().getResourceAsStream(FILE)) {
            if (yaml == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            var entries = new YAMLMapper().readTree(yaml);
            return Map.of("es", load(entries, "es"), "pt", load(entries, "pt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DetailRenderer load(JsonNode entries, String language) {
        Map<String, String> translations = new HashMap<>();
        entries.forEach(entry -> translations.put(
                entry.required("en").textValue(), entry.required(language).textValue()));
        return new DetailRenderer(Locale.of(language), Map.copyOf(translations));
    }
}
