package org.bitacora.domain.indicator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an observation can be broken down by. */
public sealed interface Grouping {

    /** The word of the contract. */
    String word();

    /** By what activities have in a field. */
    record By(Field field) implements Grouping {
        @Override
        public String word() {
            return field.word();
        }
    }

    /** By time. */
    record Every(Grain grain) implements Grouping {
        @Override
        public String word() {
            return grain.word();
        }
    }

    /** The grouping of that word. */
    static Optional<Grouping> of(String word) {
        return Field.of(word).<Grouping>map(By::new).or(() -> Grain.of(word).map(Every::new));
    }

    /** The words of all groupings. */
    static List<String> words() {
        return Stream.concat(Field.words().stream(), Stream.of(Grain.values()).map(Grain::word))
                .toList();
    }
}
