package org.bitacora.server.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings of the log and its projector. */
@ConfigMapping(prefix = "bitacora.log")
public interface LogConfiguration {

    /** The maximum number of append transactions in flight. */
    @WithDefault("2")
    int lanes();

    /** The number of waiting events at which another append transaction starts in parallel. */
    @WithDefault("200")
    int busy();

    /** The maximum number of events in one append transaction, unless a single batch has more. */
    @WithDefault("4000")
    int group();

    /** The maximum number of events waiting for a transaction; further requests are refused. */
    @WithDefault("50000")
    int waiting();

    /** The maximum number of entries in one pass of the projector. */
    @WithDefault("1000")
    int pass();

    /** The number of connections shared by the log and its projector. */
    @WithDefault("8")
    int connections();
}
