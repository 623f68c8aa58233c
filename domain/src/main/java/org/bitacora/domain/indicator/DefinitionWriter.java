package org.bitacora.domain.indicator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.json.Json;

/** Writes definitions as JSON: what {@link DefinitionReader} reads to the same. */
public final class DefinitionWriter {

    static final List<String> MEMBERS = List.of(
            "name",
            "measure",
            "date",
            "unit",
            "direction",
            "level",
            "hierarchy",
            "frequency",
            "group",
            "measures",
            "purpose",
            "information",
            "formula",
            "owner",
            "limits",
            "source");

    private DefinitionWriter() {}

    /** The definition without its code and number. */
    public static Json.Obj write(Definition definition) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("name", names(definition.name()));
        members.put("measure", write(definition.measure()));
        members.put("date", Json.of(definition.date().word()));
        members.put("unit", Json.of(definition.unit()));
        members.put("direction", Json.of(definition.direction().word()));
        members.put("level", Json.of(definition.level().word()));
        members.put("hierarchy", Json.of(definition.hierarchy().word()));
        members.put("frequency", Json.of(definition.frequency().word()));
        members.put("group", Json.of(definition.group()));
        sheet(definition.sheet(), members);
        return new Json.Obj(members);
    }

    private static void sheet(Sheet sheet, Map<String, Json> members) {
        members.put("measures", names(sheet.measures()));
        members.put("purpose", names(sheet.purpose()));
        members.put("information", names(sheet.information()));
        members.put("formula", names(sheet.formula()));
        members.put("owner", names(sheet.owner()));
        members.put("limits", names(sheet.limits()));
        members.put("source", names(sheet.source()));
        members.values().removeIf(names(Names.NONE)::equals);
    }

    private static Json names(Names names) {
        return object("es", Json.of(names.es()), "pt", Json.of(names.pt()), "en", Json.of(names.en()));
    }

    /** A measure. */
    public static Json.Obj write(Measure measure) {
        return switch (measure) {
            case Measure.Count count ->
                filtered(object("count", Json.of(count.counted().word()), "unit", Json.of(count.unit())), count);
            case Measure.SumQuantity sum -> filtered(object("sum", Json.of(sum.quantity())), sum);
            case Measure.SumMoney sum -> filtered(object("sum", money(sum)), sum);
            case Measure.Stock stock ->
                filtered(object("stock", Json.of(Counted.ACTIVITIES.word()), "unit", Json.of(stock.unit())), stock);
            case Measure.Rubric rubric ->
                filtered(object("rubric", Json.of(rubric.rubric()), "atLeast", Json.of(rubric.atLeast())), rubric);
            case Measure.Reported(var series, var over, var unit) ->
                object("reported", Json.of(series), "over", Json.of(over.word()), "unit", Json.of(unit));
            case Measure.Of(var indicator, var version, var of) ->
                object("indicator", Json.of(indicator), "version", Json.of(version), "measure", write(of));
            case Measure.Ratio(var numerator, var denominator, var scale) ->
                object(
                        "ratio",
                        object("numerator", write(numerator), "denominator", write(denominator)),
                        "scale",
                        new Json.Num(scale));
        };
    }

    private static Json.Obj money(Measure.SumMoney sum) {
        var money = object("money", Json.of(sum.currency()));
        return sum.purpose().map(it -> money.with("purpose", Json.of(it))).orElse(money);
    }

    private static Json.Obj filtered(Json.Obj measure, Measure.OfActivities of) {
        if (of.where().where().isEmpty()) {
            return measure;
        }
        Map<String, Json> where = new LinkedHashMap<>();
        of.where()
                .where()
                .forEach((field, values) -> where.put(
                        field.word(),
                        new Json.Arr(values.stream().<Json>map(Json::of).toList())));
        return measure.with("where", new Json.Obj(where));
    }

    private static Json.Obj object(Object... namesAndValues) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], (Json) namesAndValues[i + 1]);
        }
        return new Json.Obj(members);
    }
}
