package org.bitacora.exchange.spreadsheet;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is imported at once, and how long it is remembered. */
@ConfigMapping(prefix = "bitacora.imports")
interface ImportConfiguration {

    /** The rows of one file. */
    @WithDefault("200000")
    int rows();

    /** The files that are imported at the same time; others wait. */
    @WithDefault("2")
    int running();

    /** The files that may wait. */
    @WithDefault("20")
    int waiting();

    /** The activities that are read, compared and appended together; three times as many are in memory at once. */
    @WithDefault("500")
    int batch();

    /** How long is kept what became of the rows of a file; the events in the log stay for ever. */
    @WithDefault("P90D")
    Duration kept();
}
