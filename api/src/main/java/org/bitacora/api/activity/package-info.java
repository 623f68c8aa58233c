/** Activities and their history over HTTP. */
@NullMarked
package org.bitacora.api.activity;

import org.jspecify.annotations.NullMarked;
