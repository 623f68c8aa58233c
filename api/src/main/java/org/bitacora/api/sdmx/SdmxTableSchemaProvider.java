package org.bitacora.api.sdmx;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;
import org.bitacora.api.answer.TableSchema;
import org.bitacora.api.answer.TableSchemaProvider;

/** The CSV tables of SDMX data. Those with history have more columns, so their schema comes first. */
@Singleton
class SdmxTableSchemaProvider implements TableSchemaProvider {

    private static final Pattern HISTORY = Pattern.compile("/v1/sdmx/data/.*[?&]includeHistory=true(&.*)?");

    @Override
    public List<TableSchema> tables() {
        return List.of(
                new TableSchema(HISTORY, CsvWriter.columns(true)),
                TableSchema.of("/v1/sdmx/data/[^?]+", CsvWriter.columns(false)));
    }
}
