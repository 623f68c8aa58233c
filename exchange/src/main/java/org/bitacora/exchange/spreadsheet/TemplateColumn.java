package org.bitacora.exchange.spreadsheet;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bitacora.domain.activity.Kind;
import org.bitacora.domain.activity.Words;

/** A column of a template: its name is a text of the languages, and the member of the data that it goes to is fixed. */
enum TemplateColumn {
    CODE(""),
    STATUS(""),
    TITLE("title"),
    START("start"),
    END("end"),
    ROLE("role"),
    COUNTRY("counterparts.country"),
    COUNTERPART("counterparts.name"),
    COUNTERPART_TYPE("counterparts.type"),
    CITY("place.city"),
    PLACE("place.country"),
    THEME("themes"),
    SDG("sdgs"),
    OBJECTIVE("objectives"),
    MOTIVATION("motivation"),
    DIMENSION("dimension"),
    ACTOR("actors.actor"),
    VOLUNTEERS("quantities.volunteers"),
    DELEGATES("quantities.delegates"),
    JOBS("quantities.jobs"),
    AMOUNT("amounts.value"),
    CURRENCY("amounts.currency"),
    SCALE("scale"),
    FUNDING("funding"),
    RESULTS("results"),
    LINK("links"),
    JOINT("joint");

    private static final List<TemplateColumn> SEVERAL =
            List.of(COUNTRY, COUNTERPART, THEME, SDG, OBJECTIVE, ACTOR, LINK);

    private final String member;

    TemplateColumn(String member) {
        this.member = member;
    }

    /** The columns of the template of a kind. */
    static Stream<TemplateColumn> of(Kind kind) {
        return Stream.of(values())
                .filter(it -> it != ROLE || kind == Kind.EVENT)
                .filter(it -> it != STATUS || kind.transitions().size() > 1);
    }

    /** The name of its text, and of its vocabulary. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The member of the data, with a dot where it is within another; none where it goes elsewhere. */
    String member() {
        return member;
    }

    /** The vocabulary of which one word stands in it; none where it is free. */
    List<String> words() {
        return switch (this) {
            case ROLE -> Words.ROLE;
            case COUNTERPART_TYPE -> Words.COUNTERPART_TYPE;
            case MOTIVATION -> Words.MOTIVATION;
            case DIMENSION -> Words.DIMENSION;
            case SCALE -> Words.SCALE;
            case FUNDING -> Words.FUNDING;
            default -> List.of();
        };
    }

    /** Whether several may stand in it, with semicolons between them. */
    boolean isSeveral() {
        return SEVERAL.contains(this);
    }

    boolean isDate() {
        return this == START || this == END;
    }
}
