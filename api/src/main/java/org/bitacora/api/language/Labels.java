package org.bitacora.api.language;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.bitacora.domain.indicator.Grouping;

/** Words of the contract as people read them, and the texts of the pages. */
public final class Labels {

    private final ResourceBundle bundle;
    private final Locale language;

    private Labels(Locale language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "labels",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** In that language: Spanish, Portuguese or English. */
    public static Labels in(Locale language) {
        return new Labels(language);
    }

    /** The text of that key; the key itself where there is none. */
    public String get(String key) {
        try {
            return bundle.getString(key);
        } catch (MissingResourceException _) {
            return key;
        }
    }

    /** The language. */
    public String language() {
        return language.getLanguage();
    }

    /** What people call a part of a breakdown. */
    public String member(Grouping by, String member) {
        return switch (by) {
            case CATEGORY -> get("category." + member);
            case KIND -> get("kind." + member);
            case COUNTRY -> Locale.of("", member).getDisplayCountry(language);
            case MONTH -> member;
        };
    }
}
