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
    void aFilterReturnsTheValuesOfAField() {
        var filter = new Filter(Map.of(FilterField.KIND, Set.of("visit", "agreement")));

        assertThat(filter.valuesOf(FilterField.KIND).orElseThrow()).containsExactly("agreement", "visit");
        assertThat(filter.valuesOf(FilterField.STATUS)).isEmpty();
    }

    @Test
    void aMissingFieldIsFilledIn() {
        var filter = new Filter(Map.of(FilterField.KIND, Set.of("visit")));

        var filled = filter.orElse(FilterField.STATUS, COUNTED);

        assertThat(filled)
                .isEqualTo(new Filter(Map.of(FilterField.KIND, Set.of("visit"), FilterField.STATUS, COUNTED)));
    }

    @Test
    void aPresentFieldIsKept() {
        var filter = new Filter(Map.of(FilterField.STATUS, Set.of("planned")));

        var filled = filter.orElse(FilterField.STATUS, COUNTED);

        assertThat(filled).isEqualTo(filter);
    }

    @Test
    void aFieldWithoutValuesOrWithAnInvalidOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Filter(Map.of(FilterField.COUNTRY, Set.of())))
                .withMessageContaining("where.country");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Filter(Map.of(FilterField.COUNTERPART_TYPE, Set.of("company", "friend"))))
                .withMessageContaining("where.counterpartType");
    }

    @Test
    void changesToTheSourceMapDoNotChangeAFilter() {
        var kinds = new HashSet<>(Set.of("visit"));
        var where = new EnumMap<FilterField, Set<String>>(Map.of(FilterField.KIND, kinds));
        var filter = new Filter(where);

        kinds.add("mission");
        where.clear();

        assertThat(filter).isEqualTo(new Filter(Map.of(FilterField.KIND, Set.of("visit"))));
    }

    @Test
    void anEmptyFilterMatchesEveryActivity() {
        assertThat(Filter.EVERYTHING.valuesByField()).isEmpty();
    }
}
