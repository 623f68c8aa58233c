package org.bitacora.domain.indicator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.json.Json;

/** Writes definitions as JSON. {@link DefinitionReader} reads the JSON to an equal definition. */
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

    /** The JSON of a definition, without its code and version. */
    public static Json.Obj write(Definition definition) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("name", names(definition.name()));
        members.put("measure", write(definition.measure()));
        members.put("date", Json.of(definition.dateTransition().word()));
        members.put("unit", Json.of(definition.unit()));
        members.put("direction", Json.of(definition.direction().word()));
        members.put("level", Json.of(definition.level().word()));
        members.put("hierarchy", Json.of(definition.hierarchy().word()));
        members.put("frequency", Json.of(definition.frequency().word()));
        members.put("group", Json.of(definition.group()));
        sheet(definition.metadata(), members);
        return new Json.Obj(members);
    }

    private static void sheet(IndicatorMetadata indicatorMetadata, Map<String, Json> members) {
        members.put("measures", names(indicatorMetadata.measures()));
        members.put("purpose", names(indicatorMetadata.purpose()));
        members.put("information", names(indicatorMetadata.information()));
        members.put("formula", names(indicatorMetadata.formula()));
        members.put("owner", names(indicatorMetadata.owner()));
        members.put("limits", names(indicatorMetadata.limits()));
        members.put("source", names(indicatorMetadata.source()));
        members.values().removeIf(names(LocalizedText.EMPTY)::equals);
    }

    private static Json names(LocalizedText localizedText) {
        return object(
                "es",
                Json.of(localizedText.es()),
                "pt",
                Json.of(localizedText.pt()),
                "en",
                Json.of(localizedText.en()));
    }

    /** The JSON of a measure. */
    public static Json.Obj write(Measure measure) {
        return switch (measure) {
            case Measure.Count count ->
                filtered(object("count", Json.of(count.counted().word()), "unit", Json.of(count.unit())), count);
            case Measure.QuantitySum sum -> filtered(object("sum", Json.of(sum.quantity())), sum);
            case Measure.MoneySum sum -> filtered(object("sum", money(sum)), sum);
            case Measure.Stock stock ->
                filtered(
                        object("stock", Json.of(CountedEntity.ACTIVITIES.word()), "unit", Json.of(stock.unit())),
                        stock);
            case Measure.RubricShare rubricShare ->
                filtered(
                        object("rubric", Json.of(rubricShare.rubric()), "atLeast", Json.of(rubricShare.atLeast())),
                        rubricShare);
            case Measure.ReportedSeries(var series, var over, var unit) ->
                object("reported", Json.of(series), "over", Json.of(over.word()), "unit", Json.of(unit));
            case Measure.IndicatorReference(var indicator, var version, var of) ->
                object("indicator", Json.of(indicator), "version", Json.of(version), "measure", write(of));
            case Measure.Ratio(var numerator, var denominator, var scale) ->
                object(
                        "ratio",
                        object("numerator", write(numerator), "denominator", write(denominator)),
                        "scale",
                        new Json.Num(scale));
        };
    }

    private static Json.Obj money(Measure.MoneySum sum) {
        var money = object("money", Json.of(sum.currency()));
        return sum.purpose().map(it -> money.with("purpose", Json.of(it))).orElse(money);
    }

    private static Json.Obj filtered(Json.Obj measure, Measure.ActivityMeasure of) {
        if (of.where().valuesByField().isEmpty()) {
            return measure;
        }
        Map<String, Json> where = new LinkedHashMap<>();
        of.where()
                .valuesByField()
                .forEach((filterField, values) -> where.put(
                        filterField.word(),
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
