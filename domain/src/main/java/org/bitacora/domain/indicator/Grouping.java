package org.bitacora.domain.indicator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A dimension by which an observation can be broken down. */
public sealed interface Grouping {

    /** The name that the contract uses for this grouping. */
    String word();

    /** Groups by the values of an activity field. */
    record FieldGrouping(FilterField field) implements Grouping {
        @Override
        public String word() {
            return field.word();
        }
    }

    /** Groups by time. */
    record TimeGrouping(Grain grain) implements Grouping {
        @Override
        public String word() {
            return grain.word();
        }
    }

    /** The grouping with this name in the contract; empty if there is none. */
    static Optional<Grouping> of(String word) {
        return FilterField.of(word).<Grouping>map(FieldGrouping::new).or(() -> Grain.of(word)
                .map(TimeGrouping::new));
    }

    /** The names of all groupings in the contract. */
    static List<String> words() {
        return Stream.concat(
                        FilterField.words().stream(), Stream.of(Grain.values()).map(Grain::word))
                .toList();
    }
}
