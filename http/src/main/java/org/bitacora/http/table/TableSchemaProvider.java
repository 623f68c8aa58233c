package org.bitacora.http.table;

import java.util.List;

/** Lists the CSV tables of one slice. Each slice that answers with CSV has one such bean. */
public interface TableSchemaProvider {

    /** The schemas; if several describe the same address, the first one applies. */
    List<TableSchema> tables();
}
