package org.bitacora.projections.indicator.change;

import io.vertx.sqlclient.Pool;

/**
 * Background computation of observations, which no request waits for, on a separate connection pool.
 *
 * @param pool the separate pool
 * @param changes detects changes of observations through this pool
 */
public record BackgroundFigures(Pool pool, ChangeDetector changes) {}
