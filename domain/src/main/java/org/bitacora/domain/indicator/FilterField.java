package org.bitacora.domain.indicator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitacora.domain.activity.ActivityKind;
import org.bitacora.domain.activity.ActivityStatus;
import org.bitacora.domain.activity.Category;
import org.bitacora.domain.activity.Vocabularies;
import org.bitacora.domain.territory.Countries;

/** The fields by which activities can be filtered. */
public enum FilterField {
    KIND,
    CATEGORY,
    STATUS,
    MOTIVATION,
    DIMENSION,
    THEME,
    SDG,
    OBJECTIVE,
    /** Whether the activity serves a strategic objective. */
    ALIGNED,
    /** The countries of the counterparts. Where the activity took place is {@link #PLACE}. */
    COUNTRY,
    COUNTERPART_TYPE,
    ACTOR,
    /** The roles of the actors in the activity. The role of the territory in an event is {@link #ROLE}. */
    ACTOR_ROLE,
    /** The role of the territory in an event. */
    ROLE,
    /** The sectors of the actors. */
    SECTOR,
    SCALE,
    FUNDING,
    /**
     * Where the activity took place: a country, for example BR, or a city in it, for example BR/Salvador. BR/ means that
     * the city is not known.
     */
    PLACE,
    SOURCE;

    /** The name that the contract uses for this field. */
    public String word() {
        return switch (this) {
            case COUNTERPART_TYPE -> "counterpartType";
            case ACTOR_ROLE -> "actorRole";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }

    /** The former word, which stored definitions, strategies and links keep; empty if the word never changed. */
    public Optional<String> formerWord() {
        return this == COUNTERPART_TYPE ? Optional.of("counterpart-type") : Optional.empty();
    }

    /** The field of that word, or of that former word. */
    public static Optional<FilterField> of(String word) {
        return Arrays.stream(values())
                .filter(filterField -> filterField.word().equals(word)
                        || filterField.formerWord().filter(word::equals).isPresent())
                .findFirst();
    }

    /**
     * Whether the values are texts that senders choose. Such a text may contain a comma, so a comma does not separate
     * two of them.
     */
    public boolean isFreeText() {
        return switch (this) {
            case THEME, OBJECTIVE, ACTOR, ACTOR_ROLE, PLACE, SOURCE -> true;
            case KIND,
                    CATEGORY,
                    STATUS,
                    MOTIVATION,
                    DIMENSION,
                    SDG,
                    ALIGNED,
                    COUNTRY,
                    COUNTERPART_TYPE,
                    ROLE,
                    SECTOR,
                    SCALE,
                    FUNDING -> false;
        };
    }

    /** Whether a value is possible in this field. */
    public boolean accepts(String value) {
        return switch (this) {
            case KIND -> ActivityKind.of(value).isPresent();
            case CATEGORY -> Category.of(value).isPresent();
            case STATUS -> ActivityStatus.of(value).isPresent();
            case COUNTRY -> Countries.exists(value);
            case SDG -> GOALS.contains(value);
            case MOTIVATION -> Vocabularies.MOTIVATION.contains(value);
            case DIMENSION -> Vocabularies.DIMENSION.contains(value);
            case COUNTERPART_TYPE -> Vocabularies.COUNTERPART_TYPE.contains(value);
            case ROLE -> Vocabularies.ROLE.contains(value);
            case SCALE -> Vocabularies.SCALE.contains(value);
            case FUNDING -> Vocabularies.FUNDING.contains(value);
            case SECTOR -> Vocabularies.SECTOR.contains(value);
            case ALIGNED -> value.equals("true") || value.equals("false");
            case PLACE -> Countries.exists(value.split("/", 2)[0]);
            case THEME, OBJECTIVE, ACTOR, ACTOR_ROLE, SOURCE -> !value.isBlank();
        };
    }

    /** The names of all fields in the contract. */
    public static List<String> words() {
        return Stream.of(values()).map(FilterField::word).toList();
    }

    /** The former words of fields. */
    public static List<String> formerWords() {
        return Stream.of(values())
                .flatMap(filterField -> filterField.formerWord().stream())
                .toList();
    }

    private static final Set<String> GOALS =
            Set.copyOf(IntStream.rangeClosed(1, 17).mapToObj(Integer::toString).toList());
}
