package org.bitacora.projections.activity;

import static org.bitacora.domain.activity.Transition.ENDED;
import static org.bitacora.domain.activity.Transition.FORMALISED;
import static org.bitacora.domain.activity.Transition.PLANNED;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.bitacora.domain.activity.Activity;
import org.bitacora.domain.activity.ActivityKind;
import org.bitacora.domain.activity.EffectiveDate;
import org.bitacora.domain.activity.Inconsistency;
import org.bitacora.domain.activity.PartialDate;
import org.bitacora.domain.activity.Participant;
import org.bitacora.domain.json.CanonicalJson;
import org.bitacora.domain.json.Json;
import org.jspecify.annotations.Nullable;

/** Inserts activity versions with one statement: each column is one array parameter. */
public final class ActivityVersionSql {

    /**
     * Inserts versions. PostgreSQL cannot unnest an array of arrays by row, so array columns are passed as array literals.
     * The data are passed as bytes because the driver encodes texts character by character.
     */
    public static final String INSERT = """
            insert into activity_version (territory, activity, known_from, known_to, recorded_at, source, kind, status,
                title, start_text, end_text, planned_from, planned_to, formalised_from, formalised_to, ended_from,
                ended_to, end_from, end_to, role, motivation, dimension, scale, funding, joint, aligned, categories,
                countries, counterpart_types, themes, objectives, actors, actor_roles, sectors, places, sdgs, inconsistencies,
                counterparts, actor_parts, amounts, quantities, levels, data)
            select territory, activity, known_from, known_to, recorded_at, source, kind, status,
                title, start_text, end_text, planned_from, planned_to, formalised_from, formalised_to, ended_from,
                ended_to, end_from, end_to, role, motivation, dimension, scale, funding, joint, aligned,
                categories::text[], countries::text[], counterpart_types::text[], themes::text[], objectives::text[],
                actors::text[], actor_roles::text[], sectors::text[], places::text[], sdgs::text[], inconsistencies::text[],
                counterparts::jsonb, actor_parts::jsonb, amounts::jsonb, quantities::jsonb, levels::jsonb,
                convert_from(data, 'UTF8')
            from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::timestamptz[], $6::text[], $7::text[],
                $8::text[], $9::text[], $10::text[], $11::text[], $12::date[], $13::date[], $14::date[], $15::date[],
                $16::date[], $17::date[], $18::date[], $19::date[], $20::text[], $21::text[], $22::text[],
                $23::text[], $24::text[], $25::text[], $26::boolean[], $27::text[], $28::text[], $29::text[],
                $30::text[], $31::text[], $32::text[], $33::text[], $34::text[], $35::text[], $36::text[],
                $37::text[], $38::text[], $39::text[], $40::text[], $41::text[], $42::text[], $43::bytea[])
            v(territory, activity, known_from, known_to, recorded_at, source, kind, status, title, start_text,
                end_text, planned_from, planned_to, formalised_from, formalised_to, ended_from, ended_to, end_from,
                end_to, role, motivation, dimension, scale, funding, joint, aligned, categories, countries,
                counterpart_types, themes, objectives, actors, actor_roles, sectors, places, sdgs, inconsistencies, counterparts,
                actor_parts, amounts, quantities, levels, data)""";

    /** Maps a version to the value of a column, and creates the array type that the driver requires for the column. */
    private record ColumnMapping(
            IntFunction<@Nullable Object[]> array, Function<ActivityVersion, @Nullable Object> value) {}

    private static final List<ColumnMapping> COLUMNS = List.of(
            text(ActivityVersion::territory),
            text(ActivityVersion::activity),
            new ColumnMapping(Long[]::new, ActivityVersion::knownFrom),
            new ColumnMapping(
                    Long[]::new, it -> it.knownTo().isPresent() ? it.knownTo().getAsLong() : null),
            new ColumnMapping(OffsetDateTime[]::new, it -> it.recordedAt().atOffset(ZoneOffset.UTC)),
            text(ActivityVersion::source),
            state(state -> state.kind().map(ActivityKind::word)),
            text(it -> it.state().status().word()),
            text(it -> it.state().title()),
            state(state -> state.start().map(PartialDate::text)),
            state(state -> state.end().map(PartialDate::text)),
            date(state -> state.effectiveDate(PLANNED).map(EffectiveDate::earliest)),
            date(state -> state.effectiveDate(PLANNED).map(EffectiveDate::latest)),
            date(state -> state.effectiveDate(FORMALISED).map(EffectiveDate::earliest)),
            date(state -> state.effectiveDate(FORMALISED).map(EffectiveDate::latest)),
            date(state -> state.effectiveDate(ENDED).map(EffectiveDate::earliest)),
            date(state -> state.effectiveDate(ENDED).map(EffectiveDate::latest)),
            date(state -> state.end().map(PartialDate::earliest)),
            date(state -> state.end().map(PartialDate::latest)),
            member("role"),
            member("motivation"),
            member("dimension"),
            member("scale"),
            member("funding"),
            member("joint"),
            new ColumnMapping(Boolean[]::new, it -> it.state().isAligned()),
            array(Activity::categories),
            array(Activity::countries),
            array(Activity::counterpartTypes),
            array(Activity::themes),
            array(Activity::objectives),
            array(state -> sorted(state.actors(), Participant::name)),
            array(state -> sorted(state.actors(), Participant::role)),
            array(state -> sorted(state.actors(), Participant::type)),
            array(Activity::places),
            array(state -> state.sdgs().stream().map(String::valueOf).toList()),
            array(state -> sorted(state.inconsistencies(), Inconsistency::word)),
            json(state -> Json.of(state.counterparts(), it -> Json.texts(it.name(), it.type(), it.country()))),
            json(state -> Json.of(state.actors(), it -> Json.texts(it.name(), it.type(), it.role()))),
            json(state -> Json.of(
                    state.amounts(), it -> Json.texts(it.value().toPlainString(), it.currency(), it.purpose()))),
            json(Activity::quantities),
            json(state -> Json.of(state.levels())),
            new ColumnMapping(
                    Buffer[]::new,
                    it -> Buffer.buffer(CanonicalJson.bytes(it.state().data()))));

    private ActivityVersionSql() {}

    /** Returns the parameters of {@link #INSERT}. Fills them row by row, because a version's values lie together in memory. */
    public static Tuple insertParameters(List<ActivityVersion> versions) {
        var arrays = COLUMNS.stream()
                .map(columnMapping -> columnMapping.array().apply(versions.size()))
                .toList();
        for (int row = 0; row < versions.size(); row++) {
            for (int column = 0; column < COLUMNS.size(); column++) {
                arrays.get(column)[row] = COLUMNS.get(column).value().apply(versions.get(row));
            }
        }
        var parameters = Tuple.tuple();
        arrays.forEach(parameters::addValue);
        return parameters;
    }

    private static ColumnMapping text(Function<ActivityVersion, @Nullable Object> value) {
        return new ColumnMapping(String[]::new, value);
    }

    private static ColumnMapping state(Function<Activity, Optional<String>> value) {
        return text(activityVersion -> value.apply(activityVersion.state()).orElse(null));
    }

    private static ColumnMapping json(Function<Activity, Json> value) {
        return text(activityVersion -> CanonicalJson.text(value.apply(activityVersion.state())));
    }

    /** Returns the distinct, nonempty words of items, sorted. */
    private static <T> Collection<String> sorted(Collection<T> items, Function<T, String> word) {
        return items.isEmpty()
                ? List.of()
                : items.stream()
                        .map(word)
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .sorted()
                        .toList();
    }

    private static ColumnMapping member(String name) {
        return state(state -> state.data().text(name));
    }

    private static ColumnMapping date(Function<Activity, Optional<LocalDate>> value) {
        return new ColumnMapping(LocalDate[]::new, activityVersion -> value.apply(activityVersion.state())
                .orElse(null));
    }

    private static ColumnMapping array(Function<Activity, Collection<String>> values) {
        return text(activityVersion -> literal(values.apply(activityVersion.state())));
    }

    /** Returns the PostgreSQL array literal of values. */
    static String literal(Collection<String> values) {
        if (values.isEmpty()) {
            return "{}";
        }
        var literal = new StringBuilder("{");
        var separator = "";
        for (var value : values) {
            literal.append(separator)
                    .append('"')
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
            separator = ",";
        }
        return literal.append('}').toString();
    }
}
