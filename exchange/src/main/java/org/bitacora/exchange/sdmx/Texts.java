package org.bitacora.exchange.sdmx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bitacora.domain.indicator.Names;
import org.bitacora.http.Labels;

/** Names as SDMX-JSON has them: the one in the language that is asked for, and all. */
record Texts(Locale language) {

    private static final List<Locale> LANGUAGES = List.of(Locale.of("es"), Locale.of("pt"), Locale.of("en"));

    /** The members {@code name} and {@code names} of a label. */
    Map<String, Object> label(String key) {
        Map<String, String> all = new LinkedHashMap<>();
        LANGUAGES.forEach(it -> all.put(it.getLanguage(), Labels.in(it).of("sdmx", key)));
        return named(all);
    }

    Map<String, Object> names(Names names) {
        Map<String, String> all = new LinkedHashMap<>();
        LANGUAGES.forEach(it -> all.put(it.getLanguage(), names.in(it)));
        return named(all);
    }

    /** What is called the same in every language. */
    Map<String, Object> same(String name) {
        Map<String, String> all = new LinkedHashMap<>();
        LANGUAGES.forEach(it -> all.put(it.getLanguage(), name));
        return named(all);
    }

    private Map<String, Object> named(Map<String, String> all) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("name", all.getOrDefault(language.getLanguage(), ""));
        named.put("names", all);
        return named;
    }

    /** Whatever comes first, and its names. */
    Map<String, Object> item(String id, Map<String, Object> names) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", id);
        item.putAll(names);
        return item;
    }
}
