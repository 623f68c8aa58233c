package org.bitacora.api.catalog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** What the catalogue says of who publishes. */
@ConfigMapping(prefix = "bitacora.catalog")
interface CatalogConfiguration {

    /** Where this service is for others, {@code https://data.my-city.example}; as it was asked for where this is not set. */
    Optional<URI> base();

    /** Who publishes. */
    @WithDefault("Bitácora")
    String publisher();

    /** Under which licence data may be used. */
    @WithDefault("http://publications.europa.eu/resource/authority/licence/CC_BY_4_0")
    URI license();
}
