package org.bitacora.exchange.catalog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Publisher, licence and page size of the catalogue. */
@ConfigMapping(prefix = "bitacora.catalog")
public interface CatalogConfiguration {

    /** The name of the publisher. */
    @WithDefault("Bitácora")
    String publisher();

    /** The licence of the data. */
    @WithDefault("http://publications.europa.eu/resource/authority/licence/CC_BY_4_0")
    URI license();

    /** The number of territories per page. */
    @WithDefault("500")
    int page();
}
