/** The vocabulary: every type of event that can be in a log. */
@NullMarked
package org.bitacora.domain.vocabulary;

import org.jspecify.annotations.NullMarked;
