/** The vocabulary: every event type that a log can contain. */
@NullMarked
package org.bitacora.domain.vocabulary;

import org.jspecify.annotations.NullMarked;
