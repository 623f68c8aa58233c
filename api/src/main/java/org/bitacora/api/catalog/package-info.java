/** The catalogue of datasets as portals of open data harvest it: DCAT-AP 3, with CSVW beside tables. */
@NullMarked
package org.bitacora.api.catalog;

import org.jspecify.annotations.NullMarked;
