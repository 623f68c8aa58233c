package org.bitacora.api.indicator;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.bitacora.application.request.Ask;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.http.Format;
import org.bitacora.http.Json;
import org.bitacora.http.Labels;
import org.bitacora.http.indicator.IndicatorShown;

/** The sheet of an indicator: as data, or as a page to read and print. */
@Singleton
class Sheets {

    static final List<Format> FORMATS = List.of(Format.JSON, Format.HTML);

    private final Json json;
    private final Template page;

    Sheets(Json json, @Location("sheet.html") Template page) {
        this.json = json;
        this.page = page;
    }

    Uni<Response> respond(Ask ask, Definition definition) {
        var format = Format.negotiate(ask, FORMATS);
        return body(definition, ask.language(), format).map(body -> Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .build());
    }

    private Uni<?> body(Definition definition, Locale language, Format format) {
        var shown = IndicatorShown.of(definition, language);
        return format == Format.HTML
                ? page.data("it", shown).data("labels", Labels.in(language)).createUni()
                : Uni.createFrom().item(json.whole(shown));
    }
}
