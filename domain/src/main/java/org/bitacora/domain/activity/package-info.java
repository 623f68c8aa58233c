/** What is said of an activity, event by event, and what follows from it: kinds and transitions, checks of the data, and the fold. */
@NullMarked
package org.bitacora.domain.activity;

import org.jspecify.annotations.NullMarked;
