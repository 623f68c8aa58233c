package org.bitacora.http;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.bitacora.domain.indicator.FilterField;
import org.bitacora.domain.indicator.Grouping;

/** Localized labels for the names of the API, and the texts of the pages. */
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

    /** Returns the labels in Spanish, Portuguese or English. */
    public static Labels forLanguage(Locale language) {
        return new Labels(language);
    }

    /** Returns the text of a key; the key itself if there is no text. */
    public String get(String key) {
        try {
            return bundle.getString(key);
        } catch (MissingResourceException _) {
            return key;
        }
    }

    /** Returns the label of a name in a vocabulary. */
    public String of(String vocabulary, String word) {
        return get(vocabulary + "." + word);
    }

    /** Returns the language of the labels. */
    public String language() {
        return language.getLanguage();
    }

    /** Returns the label of a member of a breakdown. */
    public String memberLabel(Grouping by, String member) {
        return switch (by) {
            case Grouping.TimeGrouping _ -> member;
            case Grouping.FieldGrouping(var filterField) -> memberLabel(filterField, member);
        };
    }

    private String memberLabel(FilterField filterField, String member) {
        return switch (filterField) {
            case COUNTRY -> countryName(member);
            case PLACE -> placeName(member);
            case THEME, OBJECTIVE, ACTOR, ACTOR_ROLE, SOURCE, SDG -> member;
            case KIND,
                    CATEGORY,
                    STATUS,
                    MOTIVATION,
                    DIMENSION,
                    ALIGNED,
                    COUNTERPART_TYPE,
                    ROLE,
                    SECTOR,
                    SCALE,
                    FUNDING -> get(filterField.word() + "." + member);
        };
    }

    private String placeName(String member) {
        int slash = member.indexOf('/');
        if (slash < 0) {
            return countryName(member);
        }
        return slash == member.length() - 1
                ? countryName(member.substring(0, slash)) + " " + get("place.without-city")
                : member.substring(slash + 1);
    }

    private String countryName(String code) {
        return code.length() == 2
                ? Locale.of("", code).getDisplayCountry(language)
                : get("country." + code); // a former state
    }
}
