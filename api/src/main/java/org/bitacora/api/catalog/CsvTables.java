package org.bitacora.api.catalog;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bitacora.api.activity.ActivityShown;
import org.bitacora.api.indicator.ActivityMap;
import org.bitacora.api.indicator.ChangesShown.ChangeShown;
import org.bitacora.api.indicator.Tables;
import org.bitacora.api.sdmx.CsvWriter;
import org.bitacora.api.strategy.AttainmentShown;
import org.bitacora.api.territory.EntryShown;

/** Which tables there are as CSV, and what their columns are. */
final class CsvTables {

    private static final String TERRITORY = "/v1/territories/[^/?]+";

    private record Table(Pattern address, List<String> columns) {
        static Table of(String path, List<String> columns) {
            return new Table(Pattern.compile(path + "([?].*)?"), columns);
        }
    }

    private static final Pattern HISTORY = Pattern.compile("/v1/sdmx/data/.*[?&]includeHistory=true(&.*)?");
    private static final List<Table> TABLES = List.of(
            new Table(HISTORY, CsvWriter.columns(true)),
            Table.of("/v1/sdmx/data/[^?]+", CsvWriter.columns(false)),
            Table.of(TERRITORY + "/indicators/[^/?]+/observations", Tables.columns()),
            Table.of(TERRITORY + "/log", EntryShown.COLUMNS),
            Table.of(TERRITORY + "/activities", ActivityShown.COLUMNS),
            Table.of(TERRITORY + "/actors/[^/?]+/activities", ActivityShown.COLUMNS),
            Table.of(TERRITORY + "/changes", ChangeShown.COLUMNS),
            Table.of(TERRITORY + "/reports/activity-map", ActivityMap.COLUMNS),
            Table.of(TERRITORY + "/strategies/[^/?]+/attainment", AttainmentShown.COLUMNS));

    private CsvTables() {}

    /** The columns of the table at an address from the root; empty where there is no table of known columns. */
    static Optional<List<String>> columns(String address) {
        return TABLES.stream()
                .filter(it -> it.address().matcher(address).matches())
                .map(Table::columns)
                .findFirst();
    }
}
