package org.bitacora.exchange.archive;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.bitacora.http.BodyLimitRule;

/** Sets the size limit of uploaded archives to the configured one. */
class ArchiveBodyLimitProducer {

    private static final Pattern ARCHIVES = Pattern.compile("/v1/territories/[^/]+/archive");

    @Produces
    @Singleton
    BodyLimitRule archiveBodyLimit(ArchiveConfiguration configuration) {
        return new BodyLimitRule(ARCHIVES, configuration.bytes().asLongValue());
    }
}
