package org.bitacora.api.catalog;

import java.util.Locale;

/** The forms in which a dataset can be had. */
enum Form {
    CSV("text/csv", "CSV"),
    JSON("application/vnd.sdmx.data+json", "JSON");

    private final String mediaType;
    private final String fileType;

    Form(String mediaType, String fileType) {
        this.mediaType = mediaType;
        this.fileType = fileType;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        return mediaType;
    }

    /** The word of the EU's authority table of file types. */
    String fileType() {
        return fileType;
    }

    /** Where the figures of a territory and a group are. */
    String path(String territory, String group) {
        var flow = "DF_" + group.toUpperCase(Locale.ROOT).replace('-', '_');
        return "/v1/sdmx/data/dataflow/BITACORA/" + flow + "/1.0.0/*." + territory + "?format=" + word();
    }
}
