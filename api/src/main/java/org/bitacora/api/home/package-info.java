/** What is found at the root: the page of the house, and the entry of the API. */
@NullMarked
package org.bitacora.api.home;

import org.jspecify.annotations.NullMarked;
