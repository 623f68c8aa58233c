package org.bitacora.exchange.spreadsheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bitacora.domain.activity.Kind;
import org.bitacora.domain.activity.Status;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.json.Json;
import org.bitacora.exchange.spreadsheet.mapping.Header;
import org.bitacora.exchange.spreadsheet.mapping.Mapping;
import org.bitacora.http.Labels;
import org.bitacora.http.Xlsx;

/**
 * A sheet to fill in for a kind of activity, in a language; its first column names both, so that it needs no mapping. A
 * column that is taken out of it, or put in, does no harm.
 */
final class Template {

    private static final List<Locale> LANGUAGES =
            List.of(Locale.forLanguageTag("es"), Locale.forLanguageTag("pt"), Locale.forLanguageTag("en"));
    private static final String SEPARATOR = ";";

    private final Kind kind;
    private final Locale language;
    private final Labels labels;
    private final Map<TemplateColumn, String> columns = new LinkedHashMap<>();

    Template(Kind kind, Locale language) {
        this.kind = kind;
        this.language = language;
        this.labels = Labels.in(language);
        TemplateColumn.of(kind).forEach(it -> columns.put(it, name(it)));
    }

    private String name(TemplateColumn column) {
        var name = labels.of("template", column.word());
        return column == TemplateColumn.CODE ? labels.of("kind", kind.word()) + " (" + name + ")" : name;
    }

    /** The names of its columns. */
    List<String> names() {
        return List.copyOf(columns.values());
    }

    /** Whether a header begins a sheet of this kind. */
    boolean isOf(Header header) {
        return header.hasAll(List.of(name(TemplateColumn.CODE)));
    }

    /** How many of its columns a header does not have. */
    int missing(Header header) {
        return header.missing(columns.values()).size();
    }

    /** As a workbook: the sheet to fill in, and one that tells what may stand in its columns. */
    List<Xlsx.Page> pages() {
        var help = columns.keySet().stream()
                .map(it -> List.of(columns.get(it), String.join(" | ", help(it))))
                .toList();
        return List.of(
                new Xlsx.Page(labels.of("template", "data"), names(), List.of()),
                new Xlsx.Page(
                        labels.of("template", "words"),
                        List.of(labels.of("template", "data"), labels.of("template", "words")),
                        help));
    }

    private List<String> help(TemplateColumn column) {
        if (column == TemplateColumn.STATUS) {
            return statuses().stream()
                    .map(it -> labels.of("status", it.status().word()))
                    .toList();
        }
        if (column.isDate()) {
            return List.of(labels.of("template", "date"));
        }
        return column.isSeveral()
                ? List.of(labels.of("template", "several"))
                : column.words().stream()
                        .map(word -> labels.of(column.word(), word))
                        .toList();
    }

    private record Standing(Status status, Transition transition) {}

    private List<Standing> statuses() {
        return kind.transitions().stream()
                .map(it -> new Standing(
                        switch (it) {
                            case PLANNED -> Status.PLANNED;
                            case FORMALISED -> Status.FORMALISED;
                            case ENDED -> Status.ENDED;
                            case UNDONE -> Status.CANCELLED;
                        },
                        it))
                .toList();
    }

    /** What the columns of a header mean that is of this template. */
    Mapping mapping(Header header) {
        var there = columns.entrySet().stream()
                .filter(it -> header.hasAll(List.of(it.getValue())))
                .map(Map.Entry::getKey)
                .toList();
        var mapping = Json.Obj.EMPTY
                .with("kind", Json.of(kind.word()))
                .with("decimal", Json.of(language.getLanguage().equals("en") ? "." : ","))
                .with("activity", activity(there))
                .with("data", data(there));
        return MappingText.of(there.contains(TemplateColumn.STATUS) ? mapping.with("events", events()) : mapping);
    }

    /** A row without a code is known by what it is of: its title, its day and its countries. */
    private Json.Obj activity(List<TemplateColumn> there) {
        var hashed = List.of(TemplateColumn.TITLE, TemplateColumn.START, TemplateColumn.COUNTRY).stream()
                .filter(there::contains)
                .toList();
        return Json.Obj.EMPTY
                .with("prefix", Json.of(kind.word() + "-"))
                .with("columns", Json.texts(name(TemplateColumn.CODE)))
                .with("hash", Json.of(hashed, it -> Json.of(name(it))));
    }

    private Json.Arr events() {
        var values = new LinkedHashMap<String, Json>();
        for (var standing : statuses()) {
            for (var each : LANGUAGES) {
                values.put(
                        Labels.in(each).of("status", standing.status().word()),
                        Json.of(standing.transition().word()));
            }
        }
        var transition = column(TemplateColumn.STATUS)
                .with("values", new Json.Obj(values))
                .with("default", Json.of(Transition.FORMALISED.word()));
        return new Json.Arr(List.of(Json.Obj.EMPTY.with("transition", transition)));
    }

    private Json.Obj data(List<TemplateColumn> there) {
        var data = Json.Obj.EMPTY;
        for (var column : there) {
            var path = column.member().split("\\.", -1);
            if (path.length == 1 && !path[0].isEmpty()) {
                data = data.with(path[0], part(column));
            } else if (path.length == 2) {
                data = data.with(path[0], data.object(path[0]).with(path[1], part(column)));
            }
        }
        return data;
    }

    private Json.Obj part(TemplateColumn column) {
        var part = column(column);
        if (column.isSeveral()) {
            part = part.with("split", Json.of(SEPARATOR));
        }
        return column.words().isEmpty() ? part : part.with("values", values(column));
    }

    private Json.Obj column(TemplateColumn column) {
        return Json.Obj.EMPTY.with("column", Json.of(name(column)));
    }

    private static Json.Obj values(TemplateColumn column) {
        var values = new LinkedHashMap<String, Json>();
        for (var word : column.words()) {
            LANGUAGES.forEach(it -> values.put(Labels.in(it).of(column.word(), word), Json.of(word)));
        }
        return new Json.Obj(values);
    }

    /** The templates of a kind, in all languages. */
    static List<Template> all() {
        var all = new ArrayList<Template>();
        for (var kind : Kind.values()) {
            LANGUAGES.forEach(it -> all.add(new Template(kind, it)));
        }
        return all;
    }
}
