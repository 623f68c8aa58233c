package org.bitacora.exchange.spreadsheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bitacora.domain.activity.ActivityKind;
import org.bitacora.domain.activity.ActivityStatus;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.json.Json;
import org.bitacora.exchange.spreadsheet.mapping.Mapping;
import org.bitacora.exchange.spreadsheet.mapping.SheetHeader;
import org.bitacora.http.Labels;
import org.bitacora.http.XlsxRenderer;
import org.bitacora.http.language.Languages;

/**
 * A spreadsheet template for a kind of activity in a language. The name of its first column identifies both, so the
 * sheet needs no mapping. Removing or adding columns is harmless.
 */
final class SpreadsheetTemplate {

    private static final String SEPARATOR = ";";

    private final ActivityKind activityKind;
    private final Locale language;
    private final Labels labels;
    private final Map<TemplateColumn, String> columns = new LinkedHashMap<>();

    SpreadsheetTemplate(ActivityKind activityKind, Locale language) {
        this.activityKind = activityKind;
        this.language = language;
        this.labels = Labels.forLanguage(language);
        TemplateColumn.forKind(activityKind).forEach(it -> columns.put(it, name(it)));
    }

    private String name(TemplateColumn column) {
        var name = labels.of("template", column.word());
        return column == TemplateColumn.CODE ? labels.of("kind", activityKind.word()) + " (" + name + ")" : name;
    }

    /** The names of its columns. */
    List<String> columnNames() {
        return List.copyOf(columns.values());
    }

    /** Returns whether a header belongs to a sheet of this template. */
    boolean matches(SheetHeader sheetHeader) {
        return sheetHeader.hasAll(List.of(name(TemplateColumn.CODE)));
    }

    /** The number of columns of the template that a header lacks. */
    int missingColumns(SheetHeader sheetHeader) {
        return sheetHeader.missing(columns.values()).size();
    }

    /** The pages of the workbook: the sheet to fill in, and a sheet that lists the allowed values of its columns. */
    List<XlsxRenderer.XlsxSheet> workbookPages() {
        var help = columns.keySet().stream()
                .map(it -> List.of(columns.get(it), String.join(" | ", help(it))))
                .toList();
        return List.of(
                new XlsxRenderer.XlsxSheet(labels.of("template", "data"), columnNames(), List.of()),
                new XlsxRenderer.XlsxSheet(
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
        return column.isMultiValued()
                ? List.of(labels.of("template", "several"))
                : column.vocabulary().stream()
                        .map(word -> labels.of(column.word(), word))
                        .toList();
    }

    private record StatusTransition(ActivityStatus status, Transition transition) {}

    private List<StatusTransition> statuses() {
        return activityKind.transitions().stream()
                .map(it -> new StatusTransition(
                        switch (it) {
                            case PLANNED -> ActivityStatus.PLANNED;
                            case FORMALISED -> ActivityStatus.FORMALISED;
                            case ENDED -> ActivityStatus.ENDED;
                            case UNDONE -> ActivityStatus.CANCELLED;
                        },
                        it))
                .toList();
    }

    /** Returns the mapping of the columns of a header that belong to this template. */
    Mapping mapping(SheetHeader sheetHeader) {
        var present = columns.entrySet().stream()
                .filter(it -> sheetHeader.hasAll(List.of(it.getValue())))
                .map(Map.Entry::getKey)
                .toList();
        var mapping = Json.Obj.EMPTY
                .with("kind", Json.of(activityKind.word()))
                .with("decimal", Json.of(language.getLanguage().equals("en") ? "." : ","))
                .with("activity", activity(present))
                .with("data", data(present));
        return MappingTextParser.fromJson(
                present.contains(TemplateColumn.STATUS) ? mapping.with("events", events()) : mapping);
    }

    /** The rule for activity names. A row without a code is identified by its title, day and countries. */
    private Json.Obj activity(List<TemplateColumn> present) {
        var hashed = List.of(TemplateColumn.TITLE, TemplateColumn.START, TemplateColumn.COUNTRY).stream()
                .filter(present::contains)
                .toList();
        return Json.Obj.EMPTY
                .with("prefix", Json.of(activityKind.word() + "-"))
                .with("columns", Json.texts(name(TemplateColumn.CODE)))
                .with("hash", Json.of(hashed, it -> Json.of(name(it))));
    }

    private Json.Arr events() {
        var values = new LinkedHashMap<String, Json>();
        for (var statusTransition : statuses()) {
            for (var each : Languages.ALL) {
                values.put(
                        Labels.forLanguage(each)
                                .of("status", statusTransition.status().word()),
                        Json.of(statusTransition.transition().word()));
            }
        }
        var transition = column(TemplateColumn.STATUS)
                .with("values", new Json.Obj(values))
                .with("default", Json.of(Transition.FORMALISED.word()));
        return new Json.Arr(List.of(Json.Obj.EMPTY.with("transition", transition)));
    }

    private Json.Obj data(List<TemplateColumn> present) {
        var data = Json.Obj.EMPTY;
        for (var column : present) {
            var path = column.memberPath().split("\\.", -1);
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
        if (column.isMultiValued()) {
            part = part.with("split", Json.of(SEPARATOR));
        }
        return column.vocabulary().isEmpty() ? part : part.with("values", values(column));
    }

    private Json.Obj column(TemplateColumn column) {
        return Json.Obj.EMPTY.with("column", Json.of(name(column)));
    }

    private static Json.Obj values(TemplateColumn column) {
        var values = new LinkedHashMap<String, Json>();
        for (var word : column.vocabulary()) {
            Languages.ALL.forEach(it -> values.put(Labels.forLanguage(it).of(column.word(), word), Json.of(word)));
        }
        return new Json.Obj(values);
    }

    /** All templates: one for each kind and language. */
    static List<SpreadsheetTemplate> all() {
        var all = new ArrayList<SpreadsheetTemplate>();
        for (var activityKind : ActivityKind.values()) {
            Languages.ALL.forEach(it -> all.add(new SpreadsheetTemplate(activityKind, it)));
        }
        return all;
    }
}
