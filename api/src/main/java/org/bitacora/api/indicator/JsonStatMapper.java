package org.bitacora.api.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bitacora.api.indicator.ObservationsResponse.BreakdownPartResponse;
import org.bitacora.api.indicator.ObservationsResponse.FurtherMember;
import org.bitacora.api.indicator.ObservationsResponse.ObservationResponse;
import org.bitacora.domain.indicator.ObservationStatus;
import org.bitacora.http.Labels;

/**
 * Maps observations to a dataset of JSON-stat 2.0 (json-stat.org): a dimension for the periods, and one for
 * each grouping. In a grouping, the total has the member {@code _T}, as in SDMX. It is the distinct total;
 * the parts may add up to more. Missing values are omitted.
 */
final class JsonStatMapper {

    private static final String TOTAL = "_T";

    /** The groupings whose members are places. */
    private static final Set<String> PLACES = Set.of("country", "place");

    private final ObservationsResponse source;
    private final Labels labels;
    private final Map<String, String> periods = new LinkedHashMap<>();
    private final List<Map<String, String>> members = new ArrayList<>();
    private final List<String> groupings;

    private JsonStatMapper(ObservationsResponse of, Labels labels) {
        this.source = of;
        this.labels = labels;
        this.groupings = of.observations().stream()
                .map(ObservationResponse::breakdown)
                .filter(it -> it != null)
                .findFirst()
                .map(it -> List.of(it.by().split(",")))
                .orElse(List.of());
        groupings.forEach(_ -> members.add(new LinkedHashMap<>(Map.of(TOTAL, labels.get("jsonstat.total")))));
        of.observations().forEach(this::registerLabels);
    }

    /** Returns the dataset, with texts in the language of the labels. */
    static Map<String, Object> toDataset(ObservationsResponse shown, Labels labels) {
        return new JsonStatMapper(shown, labels).dataset();
    }

    private static String key(ObservationResponse observationResponse) {
        return observationResponse.version() == null
                ? observationResponse.period()
                : observationResponse.period() + " v" + observationResponse.version();
    }

    private void registerLabels(ObservationResponse observationResponse) {
        periods.put(key(observationResponse), key(observationResponse));
        parts(observationResponse).forEach(part -> {
            members.getFirst().put(part.member(), part.label());
            for (int i = 0; i < part.further().size(); i++) {
                var further = part.further().get(i);
                members.get(i + 1).put(further.member(), further.label());
            }
        });
    }

    private static List<BreakdownPartResponse> parts(ObservationResponse observationResponse) {
        return observationResponse.breakdown() == null
                ? List.of()
                : observationResponse.breakdown().parts();
    }

    private Map<String, Object> dataset() {
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("version", "2.0");
        dataset.put("class", "dataset");
        dataset.put("label", source.indicator().name());
        dataset.put("source", "Bitácora, " + source.territory());
        if (source.asOf().recordedAt() != null) {
            dataset.put("updated", source.asOf().recordedAt().toString());
        }
        dataset.put("id", ids());
        dataset.put("size", sizes());
        dataset.put("role", roles());
        dataset.put("dimension", dimensions());
        dataset.put("value", values());
        dataset.put("status", statuses());
        dataset.put("note", notes());
        dataset.put(
                "extension",
                Map.of(
                        "territory", source.territory(),
                        "indicator", source.indicator(),
                        "asOf", source.asOf()));
        return dataset;
    }

    private Map<String, Object> roles() {
        Map<String, Object> roles = new LinkedHashMap<>();
        roles.put("time", List.of("period"));
        var places = groupings.stream().filter(PLACES::contains).toList();
        if (!places.isEmpty()) {
            roles.put("geo", places);
        }
        return roles;
    }

    /**
     * Returns the notes that a reader of the numbers needs: the unit, overlapping parts, and activities
     * that cannot be placed.
     */
    private List<String> notes() {
        var notes = new ArrayList<String>();
        notes.add(labels.get("jsonstat.unit") + ": " + source.indicator().unit());
        if (source.observations().stream()
                .map(ObservationResponse::breakdown)
                .anyMatch(it -> it != null && it.inSeveral() > 0)) {
            notes.add(labels.get("jsonstat.several"));
        }
        source.observations().stream()
                .filter(it -> it.unplaced() > 0)
                .forEach(it -> notes.add(it.period() + ": " + labels.get("jsonstat.unplaced") + " " + it.unplaced()));
        return notes;
    }

    private List<String> ids() {
        var ids = new ArrayList<String>();
        ids.add("period");
        ids.addAll(groupings);
        return ids;
    }

    private List<Integer> sizes() {
        var sizes = new ArrayList<Integer>();
        sizes.add(periods.size());
        members.forEach(it -> sizes.add(it.size()));
        return sizes;
    }

    private Map<String, Object> dimensions() {
        Map<String, Object> dimensions = new LinkedHashMap<>();
        dimensions.put("period", dimension(labels.get("jsonstat.period"), periods));
        for (int i = 0; i < groupings.size(); i++) {
            dimensions.put(groupings.get(i), dimension(labels.get("jsonstat." + groupings.get(i)), members.get(i)));
        }
        return dimensions;
    }

    private static Map<String, Object> dimension(String label, Map<String, String> names) {
        return Map.of("label", label, "category", Map.of("index", List.copyOf(names.keySet()), "label", names));
    }

    private Map<String, BigDecimal> values() {
        Map<Integer, BigDecimal> values = new TreeMap<>();
        source.observations().forEach(observationResponse -> {
            if (observationResponse.value() != null) {
                values.put(totalIndex(observationResponse), observationResponse.value());
            }
            parts(observationResponse).forEach(part -> {
                if (part.value() != null) {
                    values.put(index(observationResponse, membersOf(part)), part.value());
                }
            });
        });
        Map<String, BigDecimal> named = new LinkedHashMap<>();
        values.forEach((index, value) -> named.put(index.toString(), value));
        return named;
    }

    private Map<String, String> statuses() {
        Map<String, String> statuses = new LinkedHashMap<>();
        source.observations().stream()
                .filter(it -> !it.status().equals(ObservationStatus.NORMAL.word()) || it.reason() != null)
                .forEach(it -> statuses.put(
                        Integer.toString(totalIndex(it)), it.reason() == null ? it.status() : it.reason()));
        return statuses;
    }

    private static List<String> membersOf(BreakdownPartResponse part) {
        return Stream.concat(Stream.of(part.member()), part.further().stream().map(FurtherMember::member))
                .toList();
    }

    private int totalIndex(ObservationResponse observationResponse) {
        return index(observationResponse, Collections.nCopies(members.size(), TOTAL));
    }

    /** Returns the index of a cell in row-major order: the last dimension varies fastest. */
    private int index(ObservationResponse observationResponse, List<String> asked) {
        int index = List.copyOf(periods.keySet()).indexOf(key(observationResponse));
        for (int i = 0; i < members.size(); i++) {
            var keys = List.copyOf(members.get(i).keySet());
            index = index * keys.size() + keys.indexOf(asked.get(i));
        }
        return index;
    }
}
