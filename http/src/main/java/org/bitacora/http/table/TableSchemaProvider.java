package org.bitacora.http.table;

import java.util.List;

/** Lists the CSV tables of one slice. Each slice that provides CSV tables has one such bean. */
public interface TableSchemaProvider {

    /** Returns the schemas; if several match the same URI, the first one applies. */
    List<TableSchema> tables();
}
