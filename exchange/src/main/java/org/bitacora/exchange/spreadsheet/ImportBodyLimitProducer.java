package org.bitacora.exchange.spreadsheet;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.bitacora.http.BodyLimitRule;

/** Sets the size limit of uploaded spreadsheets to the configured one. */
class ImportBodyLimitProducer {

    private static final Pattern IMPORTS = Pattern.compile("/v1/territories/[^/]+/imports");
    private static final long BYTES = 64L << 20;

    @Produces
    @Singleton
    BodyLimitRule importBodyLimit() {
        return new BodyLimitRule(IMPORTS, BYTES);
    }
}
