/** JSON as a value: a tree that keeps the order of members and the exact numbers, its merge patch (RFC 7396) and its canonical form (RFC 8785). */
@NullMarked
package org.bitacora.domain.json;

import org.jspecify.annotations.NullMarked;
