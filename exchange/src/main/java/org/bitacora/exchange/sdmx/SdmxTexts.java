package org.bitacora.exchange.sdmx;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.bitacora.domain.indicator.LocalizedText;
import org.bitacora.http.Labels;
import org.bitacora.http.language.Languages;

/** Names in SDMX-JSON: the name in the requested language, and the names in all languages. */
record SdmxTexts(Locale language) {

    /** The members {@code name} and {@code names} of a label. */
    Map<String, Object> label(String key) {
        Map<String, String> all = new LinkedHashMap<>();
        Languages.ALL.forEach(
                it -> all.put(it.getLanguage(), Labels.forLanguage(it).of("sdmx", key)));
        return nameMembers(all);
    }

    Map<String, Object> names(LocalizedText localizedText) {
        Map<String, String> all = new LinkedHashMap<>();
        Languages.ALL.forEach(it -> all.put(it.getLanguage(), localizedText.forLanguage(it)));
        return nameMembers(all);
    }

    /** The members of a name that is the same in every language. */
    Map<String, Object> untranslated(String name) {
        Map<String, String> all = new LinkedHashMap<>();
        Languages.ALL.forEach(it -> all.put(it.getLanguage(), name));
        return nameMembers(all);
    }

    private Map<String, Object> nameMembers(Map<String, String> all) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("name", all.getOrDefault(language.getLanguage(), ""));
        named.put("names", all);
        return named;
    }

    /** An item with its id and its names. */
    Map<String, Object> item(String id, Map<String, Object> names) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", id);
        item.putAll(names);
        return item;
    }
}
