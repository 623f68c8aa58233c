package org.bitacora.api.indicator;

import jakarta.inject.Singleton;
import java.util.List;
import org.bitacora.api.answer.TableSchema;
import org.bitacora.api.answer.TableSchemaProvider;
import org.bitacora.api.indicator.ChangesShown.ChangeShown;

/** The CSV tables of observations, of their changes and of the activity map. */
@Singleton
class IndicatorTableSchemaProvider implements TableSchemaProvider {

    @Override
    public List<TableSchema> tables() {
        return List.of(
                TableSchema.ofTerritory("/indicators/[^/?]+/observations", Tables.columns()),
                TableSchema.ofTerritory("/changes", ChangeShown.COLUMNS),
                TableSchema.ofTerritory("/reports/activity-map", ActivityMap.COLUMNS));
    }
}
