package org.bitacora.exchange.sdmx;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;
import org.bitacora.http.table.TableSchema;
import org.bitacora.http.table.TableSchemaProvider;

/**
 * The schemas of the CSV tables of SDMX data. The tables with history have more columns, so their schema comes first.
 */
@Singleton
class SdmxTableSchemaProvider implements TableSchemaProvider {

    private static final Pattern HISTORY = Pattern.compile("/v1/sdmx/data/.*[?&]includeHistory=true(&.*)?");

    @Override
    public List<TableSchema> tables() {
        return List.of(
                new TableSchema(HISTORY, SdmxCsvWriter.columns(true)),
                TableSchema.of("/v1/sdmx/data/[^?]+", SdmxCsvWriter.columns(false)));
    }
}
