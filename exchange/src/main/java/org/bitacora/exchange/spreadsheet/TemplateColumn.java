package org.bitacora.exchange.spreadsheet;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bitacora.domain.activity.ActivityKind;
import org.bitacora.domain.activity.Vocabularies;

/** A column of a template. Its name depends on the language; the member of the data that it maps to is fixed. */
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

    private static final List<TemplateColumn> MULTI_VALUED =
            List.of(COUNTRY, COUNTERPART, THEME, SDG, OBJECTIVE, ACTOR, LINK);

    private final String member;

    TemplateColumn(String member) {
        this.member = member;
    }

    /** The columns of the template of a kind. */
    static Stream<TemplateColumn> forKind(ActivityKind activityKind) {
        return Stream.of(values())
                .filter(it -> it != ROLE || activityKind == ActivityKind.EVENT)
                .filter(it -> it != STATUS || activityKind.transitions().size() > 1);
    }

    /** The key of its label and of its vocabulary. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The path of the member of the data, with dots between nested members; empty if the column does not map to a
     * member.
     */
    String memberPath() {
        return member;
    }

    /** The allowed values; empty if the column is free text. */
    List<String> vocabulary() {
        return switch (this) {
            case ROLE -> Vocabularies.ROLE;
            case COUNTERPART_TYPE -> Vocabularies.COUNTERPART_TYPE;
            case MOTIVATION -> Vocabularies.MOTIVATION;
            case DIMENSION -> Vocabularies.DIMENSION;
            case SCALE -> Vocabularies.SCALE;
            case FUNDING -> Vocabularies.FUNDING;
            default -> List.of();
        };
    }

    /** Returns whether a cell can contain several values, separated by semicolons. */
    boolean isMultiValued() {
        return MULTI_VALUED.contains(this);
    }

    boolean isDate() {
        return this == START || this == END;
    }
}
