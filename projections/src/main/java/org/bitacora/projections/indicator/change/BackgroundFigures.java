package org.bitacora.projections.indicator.change;

import io.vertx.sqlclient.Pool;

/**
 * What is computed for nobody who waits, on a connection of its own.
 *
 * @param pool the connection
 * @param changes which figures changed
 */
public record BackgroundFigures(Pool pool, ChangeDetector changes) {}
