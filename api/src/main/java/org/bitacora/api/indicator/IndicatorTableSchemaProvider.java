package org.bitacora.api.indicator;

import jakarta.inject.Singleton;
import java.util.List;
import org.bitacora.api.indicator.ChangesResponse.ChangeResponse;
import org.bitacora.http.table.TableSchema;
import org.bitacora.http.table.TableSchemaProvider;

/** Provides the schemas of the CSV tables of observations, of their changes and of the activity map. */
@Singleton
class IndicatorTableSchemaProvider implements TableSchemaProvider {

    @Override
    public List<TableSchema> tables() {
        return List.of(
                TableSchema.ofTerritory("/indicators/[^/?]+/observations", ObservationFormatWriter.columns()),
                TableSchema.ofTerritory("/changes", ChangeResponse.COLUMNS),
                TableSchema.ofTerritory("/reports/activity-map", ActivityMapResponse.COLUMNS));
    }
}
