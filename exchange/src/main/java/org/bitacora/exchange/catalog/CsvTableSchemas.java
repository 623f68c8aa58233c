package org.bitacora.exchange.catalog;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.bitacora.http.table.TableSchema;
import org.bitacora.http.table.TableSchemaProvider;

/** The schemas of all CSV tables. */
@Singleton
class CsvTableSchemas {

    private final List<TableSchema> tables;

    CsvTableSchemas(@All List<TableSchemaProvider> providers) {
        this.tables = providers.stream().flatMap(it -> it.tables().stream()).toList();
    }

    /**
     * Returns the columns of the table at a root-relative address; empty if no table with a known schema has this
     * address.
     */
    Optional<List<String>> columns(String address) {
        return tables.stream()
                .filter(it -> it.describes(address))
                .map(TableSchema::columns)
                .findFirst();
    }
}
