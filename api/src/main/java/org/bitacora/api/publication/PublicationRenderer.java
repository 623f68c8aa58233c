package org.bitacora.api.publication;

import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.application.publication.CurrentDifferences;
import org.bitacora.application.publication.PublicationService;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.publication.PublishedValues.PublishedValueDifference;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.json.JsonWriter;
import org.bitacora.http.Labels;

/** Renders publications as JSON and HTML, with the values that would be different today. */
final class PublicationRenderer {

    private PublicationRenderer() {}

    static Buffer renderList(List<Entry> entries) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put(
                "items",
                new Json.Arr(
                        entries.stream().<Json>map(PublicationRenderer::summary).toList()));
        members.put("next", new Json.Null());
        return Buffer.buffer(JsonWriter.toText(new Json.Obj(members)));
    }

    /** Returns the publication without its content. */
    static Json.Obj summary(Entry entry) {
        var data = PublicationService.dataOf(entry);
        var code = PublicationService.codeOf(entry);
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("code", Json.of(code));
        members.put("link", Json.of("/v1/territories/" + entry.territory() + "/publications/" + code));
        members.put("publishedAt", Json.of(entry.recordedAt().toString()));
        members.putAll(data.without("content", "csv", "html").members());
        return new Json.Obj(members);
    }

    static Buffer renderPublication(Entry entry, CurrentDifferences today) {
        Map<String, Json> now = new LinkedHashMap<>();
        now.put("position", Json.of(today.position()));
        today.failure().ifPresent(it -> now.put("failure", Json.of(it)));
        now.put("differences", Json.of(today.differences(), PublicationRenderer::difference));
        var shown = summary(entry)
                .with("content", PublicationService.dataOf(entry).get("content").orElse(new Json.Null()))
                .with("today", new Json.Obj(now));
        return Buffer.buffer(JsonWriter.toText(shown));
    }

    private static Json difference(PublishedValueDifference publishedValueDifference) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("figure", Json.of(publishedValueDifference.path()));
        members.put("published", number(publishedValueDifference.published()));
        members.put("now", number(publishedValueDifference.current()));
        return new Json.Obj(members);
    }

    private static Json number(Optional<BigDecimal> number) {
        return number.<Json>map(Json.Num::new).orElse(new Json.Null());
    }

    /** Returns the page as published, followed by the values that would be different today. */
    static String renderPage(String html, CurrentDifferences today, Labels labels) {
        var differences = today.differences();
        var key = differences.isEmpty() ? "publication.same" : "publication.differs";
        var note = new StringBuilder("<hr><p>")
                .append(HtmlTableRenderer.escape(today.failure().orElseGet(() -> labels.get(key))))
                .append("</p>");
        if (!differences.isEmpty()) {
            note.append("<ul>");
            differences.forEach(it -> note.append("<li>")
                    .append(HtmlTableRenderer.escape(it.path()))
                    .append(": ")
                    .append(text(it.published()))
                    .append(" → ")
                    .append(text(it.current()))
                    .append("</li>"));
            note.append("</ul>");
        }
        int end = html.lastIndexOf("</body>");
        return html.substring(0, end) + note + html.substring(end);
    }

    private static String text(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("–");
    }
}
