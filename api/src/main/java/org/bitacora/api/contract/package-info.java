/** What the OpenAPI contract says beyond what the resources say of themselves. */
@NullMarked
package org.bitacora.api.contract;

import org.jspecify.annotations.NullMarked;
