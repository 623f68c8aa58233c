/** The catalogue of datasets for open data portals: DCAT-AP 3, and CSVW metadata for tables. */
@NullMarked
package org.bitacora.exchange.catalog;

import org.jspecify.annotations.NullMarked;
