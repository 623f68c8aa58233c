package org.bitacora.server.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the log and its follower use the database. */
@ConfigMapping(prefix = "bitacora.log")
public interface LogConfiguration {

    /** How many append transactions may be in flight at once. */
    @WithDefault("2")
    int lanes();

    /** How many events have to wait before another append transaction begins beside one that is in flight. */
    @WithDefault("200")
    int busy();

    /** How many events one append transaction takes at most, unless one batch has more. */
    @WithDefault("4000")
    int group();

    /** How many events may wait for a transaction before senders are told to come back. */
    @WithDefault("50000")
    int waiting();

    /** How many entries one pass of the projector takes at most. */
    @WithDefault("1000")
    int pass();

    /** How many connections the log and its follower have together. */
    @WithDefault("8")
    int connections();
}
