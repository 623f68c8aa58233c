package org.bitacora.api.territory;

import jakarta.inject.Singleton;
import java.util.List;
import org.bitacora.http.table.TableSchema;
import org.bitacora.http.table.TableSchemaProvider;

/** Provides the schema of the CSV table of the log of a territory. */
@Singleton
class TerritoryTableSchemaProvider implements TableSchemaProvider {

    @Override
    public List<TableSchema> tables() {
        return List.of(TableSchema.ofTerritory("/log", LogEntryResponse.COLUMNS));
    }
}
