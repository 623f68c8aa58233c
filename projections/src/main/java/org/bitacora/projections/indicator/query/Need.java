package org.bitacora.projections.indicator.query;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bitacora.domain.indicator.Counted;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Field;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.projections.activity.Condition;
import org.bitacora.projections.activity.Parameters;

/** One thing that a leaf needs of a row to take it: all that it needs must be there. */
sealed interface Need {

    /** Where the elements of {@code counterparts} and {@code actor_parts} have what is asked of a field. */
    Map<Field, Integer> COUNTERPART = Map.of(Field.COUNTERPART_TYPE, 1, Field.COUNTRY, 2);

    /** The same of actors. */
    Map<Field, Integer> ACTOR = Map.of(Field.ACTOR, 0, Field.SECTOR, 1);

    /** A condition on {@code v}, the version of the activity, or on {@code e.item}, what it names. */
    String sql(Parameters parameters);

    /** One of those values, in a field of the activity. */
    record OfActivity(Field field, Set<String> values) implements Need {
        @Override
        public String sql(Parameters parameters) {
            return Condition.of(new Filter(Map.of(field, values)), parameters);
        }
    }

    /** One of those values, at that place of what the activity names. */
    record OfElement(int place, Set<String> values) implements Need {
        @Override
        public String sql(Parameters parameters) {
            return "e.item ->> %d = any(%s::text[])".formatted(place, parameters.add(values.toArray(String[]::new)));
        }
    }

    /**
     * What a leaf needs, by its definition and by the question; of the things that it counts, all of the same one. Who an
     * actor is, and of which sector, is not the activity's to say.
     */
    static Set<Need> of(Leaf leaf) {
        Set<Need> needs = new LinkedHashSet<>();
        var ofElementsAlone = leaf.countsActors() ? ACTOR.keySet() : Set.<Field>of();
        Stream.of(Definition.activities(leaf.measure()), leaf.where())
                .flatMap(filter -> filter.where().entrySet().stream())
                .filter(it -> !ofElementsAlone.contains(it.getKey()))
                .forEach(it -> needs.add(new OfActivity(it.getKey(), it.getValue())));
        elements(leaf.measure()).forEach((field, place) -> leaf.asked(field)
                .forEach(values -> needs.add(new OfElement(place, values))));
        return needs;
    }

    /** Where the things that a measure counts have what is asked of a field. */
    static Map<Field, Integer> elements(Measure.OfActivities measure) {
        return measure instanceof Measure.Count count ? elements(count.counted()) : Map.of();
    }

    private static Map<Field, Integer> elements(Counted counted) {
        return switch (counted) {
            case ACTIVITIES, DIMENSIONS -> Map.of();
            case COUNTERPARTS, COUNTRIES -> COUNTERPART;
            case ACTORS -> ACTOR;
        };
    }
}
