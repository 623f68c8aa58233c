/**
 * JSON as a value: a tree that keeps member order and exact numbers, JSON Merge Patch (RFC 7396) and the canonical
 * form (RFC 8785).
 */
@NullMarked
package org.bitacora.domain.json;

import org.jspecify.annotations.NullMarked;
