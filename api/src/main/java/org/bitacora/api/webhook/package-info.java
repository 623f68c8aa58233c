/**
 * Webhooks after Standard Webhooks 1.0: who subscribes is posted what happens in the logs it names, or which figures moved,
 * signed, in order, and again until it is taken. What is to be posted waits in the database, where any node finds it.
 */
@NullMarked
package org.bitacora.api.webhook;

import org.jspecify.annotations.NullMarked;
