package org.bitacora.api.publication;

import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.application.publication.CurrentDifferences;
import org.bitacora.application.publication.Publishing;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.publication.PublishedFigures.Difference;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.json.JsonWriter;
import org.bitacora.http.Labels;

/** Publications as JSON, and what differs since. */
final class PublicationText {

    private PublicationText() {}

    static Buffer all(List<Entry> entries) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put(
                "items",
                new Json.Arr(
                        entries.stream().<Json>map(PublicationText::inShort).toList()));
        members.put("next", new Json.Null());
        return Buffer.buffer(JsonWriter.text(new Json.Obj(members)));
    }

    /** Without what it says. */
    static Json.Obj inShort(Entry entry) {
        var data = Publishing.data(entry);
        var code = Publishing.code(entry);
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("publication", Json.of(code));
        members.put("link", Json.of("/v1/territories/" + entry.territory() + "/publications/" + code));
        members.put("publishedAt", Json.of(entry.recordedAt().toString()));
        members.putAll(data.without("content", "csv", "html").members());
        return new Json.Obj(members);
    }

    static Buffer one(Entry entry, CurrentDifferences today) {
        Map<String, Json> now = new LinkedHashMap<>();
        now.put("position", Json.of(today.position()));
        today.failure().ifPresent(it -> now.put("failure", Json.of(it)));
        now.put("differences", Json.of(today.differences(), PublicationText::difference));
        var shown = inShort(entry)
                .with("content", Publishing.data(entry).get("content").orElse(new Json.Null()))
                .with("today", new Json.Obj(now));
        return Buffer.buffer(JsonWriter.text(shown));
    }

    private static Json difference(Difference difference) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("figure", Json.of(difference.figure()));
        members.put("published", number(difference.published()));
        members.put("now", number(difference.today()));
        return new Json.Obj(members);
    }

    private static Json number(Optional<BigDecimal> number) {
        return number.<Json>map(Json.Num::new).orElse(new Json.Null());
    }

    /** The page as it was published, and below it what differs since. */
    static String page(String html, CurrentDifferences today, Labels labels) {
        var differences = today.differences();
        var key = differences.isEmpty() ? "publication.same" : "publication.differs";
        var note = new StringBuilder("<hr><p>")
                .append(TablePage.escaped(today.failure().orElseGet(() -> labels.get(key))))
                .append("</p>");
        if (!differences.isEmpty()) {
            note.append("<ul>");
            differences.forEach(it -> note.append("<li>")
                    .append(TablePage.escaped(it.figure()))
                    .append(": ")
                    .append(text(it.published()))
                    .append(" → ")
                    .append(text(it.today()))
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
