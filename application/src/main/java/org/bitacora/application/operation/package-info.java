/** Use cases of operators: rebuilding the read models. */
@NullMarked
package org.bitacora.application.operation;

import org.jspecify.annotations.NullMarked;
