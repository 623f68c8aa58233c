package org.bitacora.api.assembly;

import io.vertx.sqlclient.Pool;
import org.bitacora.projections.indicator.Changes;

/**
 * What is computed for nobody who waits, on a connection of its own.
 *
 * @param pool the connection
 * @param changes which figures changed
 */
public record Unhurried(Pool pool, Changes changes) {}
