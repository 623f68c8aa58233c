package org.bitacora.api.activity;

import jakarta.inject.Singleton;
import java.util.List;
import org.bitacora.http.table.TableSchema;
import org.bitacora.http.table.TableSchemaProvider;

/** Provides the schemas of the CSV tables of activities: those of a territory, and those of an actor. */
@Singleton
class ActivityTableSchemaProvider implements TableSchemaProvider {

    @Override
    public List<TableSchema> tables() {
        return List.of(
                TableSchema.ofTerritory("/activities", ActivityResponse.COLUMNS),
                TableSchema.ofTerritory("/actors/[^/?]+/activities", ActivityResponse.COLUMNS));
    }
}
