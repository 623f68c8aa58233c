/**
 * What all HTTP interfaces share: conditional responses, formats, JSON bodies, paging, authentication, languages.
 */
@NullMarked
package org.bitacora.http;

import org.jspecify.annotations.NullMarked;
