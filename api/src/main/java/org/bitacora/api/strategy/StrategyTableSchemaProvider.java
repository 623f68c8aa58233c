package org.bitacora.api.strategy;

import jakarta.inject.Singleton;
import java.util.List;
import org.bitacora.http.table.TableSchema;
import org.bitacora.http.table.TableSchemaProvider;

/** Provides the schema of the CSV table of the attainment of a strategy. */
@Singleton
class StrategyTableSchemaProvider implements TableSchemaProvider {

    @Override
    public List<TableSchema> tables() {
        return List.of(TableSchema.ofTerritory("/strategies/[^/?]+/attainment", AttainmentResponse.COLUMNS));
    }
}
