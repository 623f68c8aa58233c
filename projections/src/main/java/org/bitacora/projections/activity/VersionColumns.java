package org.bitacora.projections.activity;

import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bitacora.domain.activity.Activity;
import org.bitacora.domain.activity.Inconsistency;
import org.bitacora.domain.activity.Kind;
import org.bitacora.domain.activity.Occasion;
import org.bitacora.domain.activity.PartialDate;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.json.Canonical;
import org.jspecify.annotations.Nullable;

/** Versions as arrays, one a column: every one of them goes to the database in one statement. */
public final class VersionColumns {

    /** Inserts them; arrays of arrays cannot be unnested by row, so those columns go as array literals. */
    public static final String INSERT = """
            insert into activity_version (territory, activity, known_from, known_to, recorded_at, source, kind, status,
                title, start_text, end_text, planned_from, planned_to, formalised_from, formalised_to, ended_from,
                ended_to, end_to, role, motivation, dimension, scale, funding, joint, categories, countries,
                counterparts, counterpart_types, themes, objectives, actors, sdgs, inconsistencies, quantities, data)
            select territory, activity, known_from, known_to, recorded_at, source, kind, status,
                title, start_text, end_text, planned_from, planned_to, formalised_from, formalised_to, ended_from,
                ended_to, end_to, role, motivation, dimension, scale, funding, joint, categories::text[],
                countries::text[], counterparts::text[], counterpart_types::text[], themes::text[],
                objectives::text[], actors::text[], sdgs::text[], inconsistencies::text[], quantities::jsonb, data
            from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::timestamptz[], $6::text[], $7::text[],
                $8::text[], $9::text[], $10::text[], $11::text[], $12::date[], $13::date[], $14::date[], $15::date[],
                $16::date[], $17::date[], $18::date[], $19::text[], $20::text[], $21::text[], $22::text[],
                $23::text[], $24::text[], $25::text[], $26::text[], $27::text[], $28::text[], $29::text[],
                $30::text[], $31::text[], $32::text[], $33::text[], $34::text[], $35::text[])
            v(territory, activity, known_from, known_to, recorded_at, source, kind, status, title, start_text,
                end_text, planned_from, planned_to, formalised_from, formalised_to, ended_from, ended_to, end_to, role,
                motivation, dimension, scale, funding, joint, categories, countries, counterparts, counterpart_types,
                themes, objectives, actors, sdgs, inconsistencies, quantities, data)""";

    private final List<Version> versions;
    private final Tuple columns = Tuple.tuple();

    private VersionColumns(List<Version> versions) {
        this.versions = versions;
    }

    /** The parameters of {@link #INSERT}. */
    public static Tuple of(List<Version> versions) {
        return new VersionColumns(versions).columns();
    }

    private Tuple columns() {
        text(Version::territory);
        text(Version::activity);
        longs(Version::knownFrom);
        longs(version -> version.knownTo().isPresent() ? version.knownTo().getAsLong() : null);
        columns.addValue(versions.stream()
                .map(it -> it.recordedAt().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new));
        text(Version::source);
        optional(state -> state.kind().map(Kind::word));
        state(state -> state.status().word());
        state(Activity::title);
        optional(state -> state.start().map(PartialDate::text));
        optional(state -> state.end().map(PartialDate::text));
        occasion(Transition.PLANNED);
        occasion(Transition.FORMALISED);
        occasion(Transition.ENDED);
        dates(state -> state.end().map(PartialDate::latest));
        List.of("role", "motivation", "dimension", "scale", "funding", "joint")
                .forEach(member -> optional(state -> state.data().text(member)));
        arrays();
        state(state -> Canonical.text(state.quantities()));
        state(state -> Canonical.text(state.data()));
        return columns;
    }

    private void arrays() {
        array(Activity::categories);
        array(Activity::countries);
        array(Activity::counterparts);
        array(Activity::counterpartTypes);
        array(Activity::themes);
        array(Activity::objectives);
        array(Activity::actors);
        array(state -> state.sdgs().stream().map(String::valueOf).toList());
        array(state -> state.inconsistencies().stream()
                .map(Inconsistency::word)
                .sorted()
                .toList());
    }

    private void occasion(Transition transition) {
        dates(state -> state.occasion(transition).map(Occasion::earliest));
        dates(state -> state.occasion(transition).map(Occasion::latest));
    }

    private void text(Function<Version, @Nullable String> value) {
        columns.addValue(versions.stream().map(value).toArray(String[]::new));
    }

    private void longs(Function<Version, @Nullable Long> value) {
        columns.addValue(versions.stream().map(value).toArray(Long[]::new));
    }

    private void state(Function<Activity, @Nullable String> value) {
        text(version -> value.apply(version.state()));
    }

    private void optional(Function<Activity, Optional<String>> value) {
        state(state -> value.apply(state).orElse(null));
    }

    private void dates(Function<Activity, Optional<LocalDate>> value) {
        columns.addValue(versions.stream()
                .map(version -> value.apply(version.state()).orElse(null))
                .toArray(LocalDate[]::new));
    }

    private void array(Function<Activity, Collection<String>> values) {
        state(state -> literal(values.apply(state)));
    }

    /** An array as PostgreSQL writes it. */
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
