/** Use cases, one package per slice, called by every interface. No HTTP. */
@NullMarked
package org.bitacora.application;

import org.jspecify.annotations.NullMarked;
