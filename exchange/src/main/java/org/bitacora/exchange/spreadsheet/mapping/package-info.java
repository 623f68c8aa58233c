/** Mapping rules: what each column of a spreadsheet means, and how a row becomes the events of an activity. */
@NullMarked
package org.bitacora.exchange.spreadsheet.mapping;

import org.jspecify.annotations.NullMarked;
