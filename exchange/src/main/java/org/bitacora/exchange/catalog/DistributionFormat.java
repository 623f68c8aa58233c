package org.bitacora.exchange.catalog;

import java.util.Locale;
import java.util.Optional;
import org.bitacora.exchange.sdmx.SdmxJsonWriter;

/** The formats of datasets. The constants are named as in the EU authority table of file types. */
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

    /** The media type. DCAT-AP requires one that IANA has registered; the media type of SDMX-JSON is not registered. */
    String mediaType() {
        return mediaType;
    }

    /**
     * The URI of the standard that the format conforms to; empty for CSV, whose tables link to their own CSVW metadata.
     */
    Optional<String> standardUri() {
        return switch (this) {
            case CSV -> Optional.empty();
            case JSON -> Optional.of(SdmxJsonWriter.SCHEMA);
        };
    }

    /** The root-relative address of the figures of a territory and a group. */
    String dataPath(String territory, String group) {
        var flow = "DF_" + group.toUpperCase(Locale.ROOT).replace('-', '_');
        return "/v1/sdmx/data/dataflow/BITACORA/" + flow + "/1.0.0/*." + territory + "?format=" + formatName();
    }
}
