package org.bitacora.exchange.catalog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** What the catalogue says of who publishes. */
@ConfigMapping(prefix = "bitacora.catalog")
public interface CatalogConfiguration {

    /** Who publishes. */
    @WithDefault("Bitácora")
    String publisher();

    /** Under which licence data may be used. */
    @WithDefault("http://publications.europa.eu/resource/authority/licence/CC_BY_4_0")
    URI license();

    /** How many territories a page has. */
    @WithDefault("500")
    int page();
}
