package org.bitacora.exchange.spreadsheet;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of spreadsheet imports, and how long their results are kept. */
@ConfigMapping(prefix = "bitacora.imports")
interface ImportConfiguration {

    /** The maximum number of rows in a file. */
    @WithDefault("200000")
    int rows();

    /** The number of files that are imported at the same time on a node. Further files wait. */
    @WithDefault("2")
    int running();

    /** The number of files that may wait. */
    @WithDefault("20")
    int waiting();

    /**
     * The number of activities that are read, compared and appended together. Up to three times as many are in memory.
     */
    @WithDefault("500")
    int batch();

    /** How long the row results of an import are kept. The events in the log are kept permanently. */
    @WithDefault("P90D")
    Duration kept();
}
