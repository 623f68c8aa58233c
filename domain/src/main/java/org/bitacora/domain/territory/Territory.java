package org.bitacora.domain.territory;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.identifier.TerritoryCode;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.TextLength;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/**
 * A registered territory: its name, kind and location, and the time zone in which its days begin and end (UTC by
 * default).
 */
public record Territory(
        TerritoryCode code,
        String name,
        TerritoryKind kind,
        Optional<String> country,
        ZoneId timezone,
        Optional<TerritoryCode> parent) {

    /** The event type that registers a territory or changes its registration. */
    public static final String REGISTERED_TYPE = "org.bitacora.territory.registered";

    /** Zones by name only: PostgreSQL reads an offset such as UTC-3 with the opposite sign. */
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    /** The violations in a registration that is a document of its own. */
    public static List<Violation> validate(Json.Obj data) {
        return validate(Pointer.ROOT, data);
    }

    /**
     * The violations in the data of a registration, with pointers below {@code at}. The data has the members of
     * {@link #toJson}.
     */
    public static List<Violation> validate(Pointer at, Json.Obj data) {
        var found = new ArrayList<Violation>();
        if (data.text("name")
                .filter(name -> !name.isBlank() && TextLength.of(name) <= 200)
                .isEmpty()) {
            found.add(new Violation(at.child("name"), Detail.of("Expected a name of 1 to 200 characters.")));
        }
        if (data.text("kind").flatMap(TerritoryKind::of).isEmpty()) {
            found.add(new Violation(
                    at.child("kind"),
                    Detail.of("Expected one of city, metropolitan-area, province, state, region, country, network.")));
        }
        if (data.get("country").isPresent()
                && data.text("country").filter(Countries::exists).isEmpty()) {
            found.add(new Violation(
                    at.child("country"),
                    Detail.of("Unknown country. Expected an ISO 3166-1 alpha-2 code, for example AR.")));
        }
        if (data.get("timezone").isPresent()
                && data.text("timezone").filter(ZONES::contains).isEmpty()) {
            found.add(new Violation(
                    at.child("timezone"),
                    Detail.of("Unknown time zone. Expected a zone of the IANA database, for example America/Bahia.")));
        }
        if (data.get("parent").isPresent()
                && data.text("parent").filter(TerritoryCode::isWellFormed).isEmpty()) {
            found.add(new Violation(
                    at.child("parent"),
                    Detail.of("Expected the code of a territory, of the form {0}.", TerritoryCode.REGEX)));
        }
        return found;
    }

    /** The territory in data without violations according to {@link #validate}. */
    public static Territory of(TerritoryCode code, Json.Obj data) {
        return new Territory(
                code,
                data.text("name").orElseThrow(),
                data.text("kind").flatMap(TerritoryKind::of).orElseThrow(),
                data.text("country"),
                ZoneId.of(data.text("timezone").orElse("UTC")),
                data.text("parent").map(TerritoryCode::new));
    }

    /** The registration as event data. */
    public Json.Obj toJson() {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("name", Json.of(name));
        members.put("kind", Json.of(kind.word()));
        country.ifPresent(it -> members.put("country", Json.of(it)));
        members.put("timezone", Json.of(timezone.getId()));
        parent.ifPresent(it -> members.put("parent", Json.of(it.value())));
        return new Json.Obj(members);
    }
}
