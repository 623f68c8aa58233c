/**
 * Spreadsheets as people keep them, and what their rows say: a mapping tells which cell means what, a row becomes events
 * of an activity, and what a file says now is compared with what it said before.
 */
@NullMarked
package org.bitacora.domain.spreadsheet;

import org.jspecify.annotations.NullMarked;
