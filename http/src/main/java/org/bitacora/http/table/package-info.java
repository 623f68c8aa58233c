/** Tables shared by interfaces: columns, rows, and their schemas. */
@NullMarked
package org.bitacora.http.table;

import org.jspecify.annotations.NullMarked;
