package org.bitacora.projections.indicator;

import java.time.LocalDate;
import java.util.List;
import org.bitacora.domain.activity.Occasion;

/**
 * Of whom figures are asked, and as known when: a group of territories for each figure, mostly of one.
 *
 * @param places the territories
 */
public record Scope(List<Place> places) {

    /**
     * A territory as known at a position of its log, within a group.
     *
     * @param group what the figure is of
     * @param since the first day on which it belongs to the group
     * @param until the last
     */
    public record Place(String group, String territory, long position, LocalDate since, LocalDate until) {
        /** One that always belongs. */
        public Place(String group, String territory, long position) {
            this(group, territory, position, Occasion.EVER_FROM, Occasion.EVER_TO);
        }
    }

    public Scope {
        places = List.copyOf(places);
    }

    /** One territory by itself. */
    public static Scope of(String territory, long position) {
        return new Scope(List.of(new Place(territory, territory, position)));
    }

    /** The groups, in their order. */
    public List<String> groups() {
        return places.stream().map(Place::group).distinct().toList();
    }

    /** Whether a figure is of several territories, which may name the same activity. */
    boolean isRolledUp() {
        return groups().size() < places.size();
    }
}
