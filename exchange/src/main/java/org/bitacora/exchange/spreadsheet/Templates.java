package org.bitacora.exchange.spreadsheet;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitacora.domain.activity.Kind;
import org.bitacora.exchange.spreadsheet.mapping.Header;
import org.bitacora.exchange.spreadsheet.mapping.Mapping;

/** The templates of all kinds, in three languages. */
@Singleton
class Templates {

    private final List<Template> all = Template.all();

    /** The template of a kind. */
    Template of(Kind kind, Locale language) {
        return new Template(kind, language);
    }

    /** What the columns of a header mean; empty where it is of no template. */
    Optional<Mapping> mapping(Header header) {
        return all.stream()
                .filter(it -> it.isOf(header))
                .min(Comparator.comparingInt(it -> it.missing(header)))
                .map(it -> it.mapping(header));
    }
}
