/** What others measure and report: values of a series, each for a period, revised at will. */
@NullMarked
package org.bitacora.domain.series;

import org.jspecify.annotations.NullMarked;
