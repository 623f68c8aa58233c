package org.bitacora.api.indicator;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.http.Format;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.Labels;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.indicator.IndicatorResponse;

/** Renders the sheet of an indicator as data, or as a printable page. */
@Singleton
class IndicatorSheetRenderer {

    static final List<Format> FORMATS = List.of(Format.JSON, Format.HTML);

    private final JsonRenderer jsonRenderer;
    private final Template page;

    IndicatorSheetRenderer(JsonRenderer jsonRenderer, @Location("sheet.html") Template page) {
        this.jsonRenderer = jsonRenderer;
        this.page = page;
    }

    Uni<Response> respond(ReadRequest readRequest, Definition definition) {
        var format = Format.negotiate(readRequest, FORMATS);
        return render(definition, readRequest.language(), format).map(body -> Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .build());
    }

    private Uni<?> render(Definition definition, Locale language, Format format) {
        var shown = IndicatorResponse.of(definition, language);
        return format == Format.HTML
                ? page.data("it", shown)
                        .data("labels", Labels.forLanguage(language))
                        .createUni()
                : Uni.createFrom().item(jsonRenderer.render(shown));
    }
}
