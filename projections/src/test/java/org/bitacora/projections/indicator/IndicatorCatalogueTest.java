package org.bitacora.projections.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.LocalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that every indicator of the catalogue has complete metadata in three languages. */
class IndicatorCatalogueTest {

    private static final IndicatorCatalogue CATALOGUE = IndicatorCatalogue.read();

    static Stream<Definition> definitions() {
        return CATALOGUE.all().stream();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyTextExistsInThreeLanguages(Definition definition) {
        var indicatorMetadata = definition.metadata();
        var texts = Stream.of(
                        definition.name(),
                        indicatorMetadata.measures(),
                        indicatorMetadata.purpose(),
                        indicatorMetadata.information(),
                        indicatorMetadata.formula(),
                        indicatorMetadata.owner(),
                        indicatorMetadata.limits(),
                        indicatorMetadata.source())
                .toList();

        assertThat(texts).as(definition.code().value()).noneMatch(IndicatorCatalogueTest::isMissing);
        assertThat(texts.subList(1, 4)).as(definition.code().value()).noneMatch(it -> it.es()
                .equals(it.en()));
    }

    private static boolean isMissing(LocalizedText text) {
        return Stream.of(text.es(), text.pt(), text.en()).anyMatch(String::isBlank);
    }

    @Test
    void theCatalogueContainsTheRequiredIndicators() {
        assertThat(count("bh.")).isEqualTo(5);
        assertThat(count("bahia.")).isEqualTo(6);
        assertThat(count("basic.")).isEqualTo(25);
        assertThat(List.of(
                        "allas.planned-share",
                        "allas.aligned-share",
                        "allas.dimensions",
                        "allas.outside-actors",
                        "allas.agreements-in-force"))
                .allMatch(code -> CATALOGUE.find(code).isPresent());
    }

    private static long count(String prefix) {
        return definitions().filter(it -> it.code().value().startsWith(prefix)).count();
    }
}
