/** What things are and how figures follow from them: plain Java, no framework, no clock, no input or output. */
@NullMarked
package org.bitacora.domain;

import org.jspecify.annotations.NullMarked;
