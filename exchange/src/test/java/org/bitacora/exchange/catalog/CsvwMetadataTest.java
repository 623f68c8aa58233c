package org.bitacora.exchange.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class CsvwMetadataTest {

    /** The iteration order of {@code Map.of} differs between processes. */
    @Test
    void metadataHasTheSameOrderInEveryProcess() {
        var metadata = CsvwMetadata.metadata("table.csv?dialect=es", List.of("value"), "https://example.org/licence");
        assertThat(metadata)
                .extractingByKey("dialect", InstanceOfAssertFactories.MAP)
                .containsExactly(
                        entry("encoding", "utf-8"),
                        entry("delimiter", ";"),
                        entry("header", true),
                        entry("lineTerminators", List.of("\r\n")));
        assertThat(metadata.keySet()).containsExactly("@context", "url", "dc:license", "dialect", "tableSchema");
    }
}
