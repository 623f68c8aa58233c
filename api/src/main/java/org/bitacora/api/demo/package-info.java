/** The two sample registries, loaded like any sender's events. */
@NullMarked
package org.bitacora.api.demo;

import org.jspecify.annotations.NullMarked;
