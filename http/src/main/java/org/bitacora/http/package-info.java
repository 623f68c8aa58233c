/**
 * Shared parts of all HTTP interfaces: conditional responses, formats, JSON bodies, paging, authentication, languages.
 */
@NullMarked
package org.bitacora.http;

import org.jspecify.annotations.NullMarked;
