package org.bitacora.api.catalog;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.bitacora.api.answer.TableSchema;
import org.bitacora.api.answer.TableSchemaProvider;

/** Which tables there are as CSV, and what their columns are. */
@Singleton
class CsvTables {

    private final List<TableSchema> tables;

    CsvTables(@All List<TableSchemaProvider> providers) {
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
