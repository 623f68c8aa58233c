package org.bitacora.exchange.catalog;

import java.util.Locale;
import java.util.Optional;
import org.bitacora.exchange.sdmx.SdmxJsonWriter;

/** The forms in which a dataset can be had, under their names in the EU's authority table of file types. */
enum DistributionFormat {
    CSV("text/csv"),
    JSON("application/json");

    private final String mediaType;

    DistributionFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String formatName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One that IANA has registered, as DCAT-AP wants it: that of SDMX-JSON is not. */
    String mediaType() {
        return mediaType;
    }

    /** What it conforms to; none where that is told beside each table (CSVW). */
    Optional<String> standardUri() {
        return switch (this) {
            case CSV -> Optional.empty();
            case JSON -> Optional.of(SdmxJsonWriter.SCHEMA);
        };
    }

    /** Where the figures of a territory and a group are. */
    String dataPath(String territory, String group) {
        var flow = "DF_" + group.toUpperCase(Locale.ROOT).replace('-', '_');
        return "/v1/sdmx/data/dataflow/BITACORA/" + flow + "/1.0.0/*." + territory + "?format=" + formatName();
    }
}
