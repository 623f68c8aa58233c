package org.bitacora.http.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages of responses. */
public final class Languages {

    /** Spanish, Portuguese and English. */
    public static final List<Locale> ALL = List.of(Locale.of("es"), Locale.of("pt"), Locale.of("en"));

    private Languages() {}

    /**
     * Returns the language that a request prefers.
     *
     * @param acceptLanguage the value of the header Accept-Language (RFC 9110); null if the request has none
     * @return one of {@link #ALL}; empty if the request accepts none of them or the header is invalid
     */
    public static Optional<Locale> preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), ALL));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
