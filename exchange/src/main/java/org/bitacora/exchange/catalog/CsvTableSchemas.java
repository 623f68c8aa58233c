package org.bitacora.exchange.catalog;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.bitacora.http.table.TableSchema;
import org.bitacora.http.table.TableSchemaProvider;

/** Which tables there are as CSV, and what their columns are. */
@Singleton
class CsvTableSchemas {

    private final List<TableSchema> tables;

    CsvTableSchemas(@All List<TableSchemaProvider> providers) {
        this.tables = providers.stream().flatMap(it -> it.tables().stream()).toList();
    }

    /** The columns of the table at an address from the root; empty where there is no table of known columns. */
    Optional<List<String>> columns(String address) {
        return tables.stream()
                .filter(it -> it.describes(address))
                .map(TableSchema::columns)
                .findFirst();
    }
}
