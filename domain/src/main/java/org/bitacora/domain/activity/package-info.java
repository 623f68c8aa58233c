/**
 * Activities: the kinds and their transitions, the validation of event data, and the fold of events into the state of
 * an activity.
 */
@NullMarked
package org.bitacora.domain.activity;

import org.jspecify.annotations.NullMarked;
