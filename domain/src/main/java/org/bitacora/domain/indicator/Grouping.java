package org.bitacora.domain.indicator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an observation can be broken down by. */
public sealed interface Grouping {

    /** The word of the contract. */
    String word();

    /** By what activities have in a field. */
    record FieldGrouping(FilterField field) implements Grouping {
        @Override
        public String word() {
            return field.word();
        }
    }

    /** By time. */
    record TimeGrouping(Grain grain) implements Grouping {
        @Override
        public String word() {
            return grain.word();
        }
    }

    /** The grouping of that word. */
    static Optional<Grouping> of(String word) {
        return FilterField.of(word).<Grouping>map(FieldGrouping::new).or(() -> Grain.of(word)
                .map(TimeGrouping::new));
    }

    /** The words of all groupings. */
    static List<String> words() {
        return Stream.concat(
                        FilterField.words().stream(), Stream.of(Grain.values()).map(Grain::word))
                .toList();
    }
}
