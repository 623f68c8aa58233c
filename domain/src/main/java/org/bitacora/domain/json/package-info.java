/**
 * JSON values: a tree that keeps the order of members and exact numbers, JSON Merge Patch (RFC 7396) and the canonical
 * form (RFC 8785).
 */
@NullMarked
package org.bitacora.domain.json;

import org.jspecify.annotations.NullMarked;
