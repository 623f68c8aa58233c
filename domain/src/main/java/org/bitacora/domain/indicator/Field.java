package org.bitacora.domain.indicator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitacora.domain.activity.Category;
import org.bitacora.domain.activity.Kind;
import org.bitacora.domain.activity.Status;
import org.bitacora.domain.activity.Words;
import org.bitacora.domain.territory.Countries;

/** What activities can be filtered by. */
public enum Field {
    KIND,
    CATEGORY,
    STATUS,
    MOTIVATION,
    DIMENSION,
    THEME,
    SDG,
    OBJECTIVE,
    /** Whether it serves an objective. */
    ALIGNED,
    COUNTRY,
    COUNTERPART_TYPE,
    ACTOR,
    ROLE,
    /** Those of its actors. */
    SECTOR,
    SCALE,
    FUNDING,
    /** A country, such as BR, or a city of one, such as BR/Salvador. */
    PLACE,
    SOURCE;

    /** The word of the contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The field of that word. */
    public static Optional<Field> of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word().equals(word))
                .findFirst();
    }

    /** Whether activities can have that value in this field. */
    public boolean accepts(String value) {
        return switch (this) {
            case KIND -> Kind.of(value).isPresent();
            case CATEGORY -> Category.of(value).isPresent();
            case STATUS -> Status.of(value).isPresent();
            case COUNTRY -> Countries.exists(value);
            case SDG -> GOALS.contains(value);
            case MOTIVATION -> Words.MOTIVATION.contains(value);
            case DIMENSION -> Words.DIMENSION.contains(value);
            case COUNTERPART_TYPE -> Words.COUNTERPART_TYPE.contains(value);
            case ROLE -> Words.ROLE.contains(value);
            case SCALE -> Words.SCALE.contains(value);
            case FUNDING -> Words.FUNDING.contains(value);
            case SECTOR -> Words.SECTOR.contains(value);
            case ALIGNED -> value.equals("true") || value.equals("false");
            case PLACE -> Countries.exists(value.split("/", 2)[0]);
            case THEME, OBJECTIVE, ACTOR, SOURCE -> !value.isBlank();
        };
    }

    /** The words of all fields. */
    public static List<String> words() {
        return Stream.of(values()).map(Field::word).toList();
    }

    private static final Set<String> GOALS =
            Set.copyOf(IntStream.rangeClosed(1, 17).mapToObj(Integer::toString).toList());
}
