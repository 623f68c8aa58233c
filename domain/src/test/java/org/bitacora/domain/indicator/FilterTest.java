package org.bitacora.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FilterTest {

    private static final Set<String> COUNTED = Set.of("formalised", "ended");

    @Test
    void itSaysWhatIsAskedOfAField() {
        var filter = new Filter(Map.of(Field.KIND, Set.of("visit", "agreement")));

        assertThat(filter.of(Field.KIND).orElseThrow()).containsExactly("agreement", "visit");
        assertThat(filter.of(Field.STATUS)).isEmpty();
    }

    @Test
    void aFieldThatIsUnsetIsFilledIn() {
        var filter = new Filter(Map.of(Field.KIND, Set.of("visit")));

        var filled = filter.orElse(Field.STATUS, COUNTED);

        assertThat(filled).isEqualTo(new Filter(Map.of(Field.KIND, Set.of("visit"), Field.STATUS, COUNTED)));
    }

    @Test
    void aFieldThatIsSetStays() {
        var filter = new Filter(Map.of(Field.STATUS, Set.of("planned")));

        var filled = filter.orElse(Field.STATUS, COUNTED);

        assertThat(filled).isEqualTo(filter);
    }

    @Test
    void aFieldWithoutValuesOrWithAnImpossibleOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Filter(Map.of(Field.COUNTRY, Set.of())))
                .withMessageContaining("where.country");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Filter(Map.of(Field.COUNTERPART_TYPE, Set.of("company", "friend"))))
                .withMessageContaining("where.counterpart-type");
    }

    @Test
    void itDoesNotChangeWithWhatItWasMadeOf() {
        var kinds = new HashSet<>(Set.of("visit"));
        var where = new EnumMap<Field, Set<String>>(Map.of(Field.KIND, kinds));
        var filter = new Filter(where);

        kinds.add("mission");
        where.clear();

        assertThat(filter).isEqualTo(new Filter(Map.of(Field.KIND, Set.of("visit"))));
    }

    @Test
    void anEmptyFilterMeansEveryActivity() {
        assertThat(Filter.EVERYTHING.where()).isEmpty();
    }
}
