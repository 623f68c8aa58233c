package org.bitacora.application.indicator;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.ObservationStatus;
import org.bitacora.domain.json.Numbers;
import org.bitacora.projections.indicator.Catalogue;
import org.bitacora.projections.indicator.OwnDefinitions;
import org.bitacora.projections.indicator.OwnDefinitions.Numbered;
import org.bitacora.projections.indicator.query.Harvest;
import org.bitacora.projections.projector.Positions.Standing;

/** All figures of a territory, and what they are: those that come with the application, and its own. */
@Singleton
public class AllFigures {

    private final Catalogue catalogue;
    private final OwnDefinitions own;
    private final Harvest harvest;

    AllFigures(Catalogue catalogue, OwnDefinitions own, Harvest harvest) {
        this.catalogue = catalogue;
        this.own = own;
        this.harvest = harvest;
    }

    /** Every version of every definition that it has. */
    public Uni<List<Definition>> definitions(Standing standing) {
        return own.all(standing.territory(), standing.position()).map(versions -> together(catalogue.all(), versions));
    }

    /** The values by year and by month, whole, as the rows of the table of observations. */
    public Uni<List<ObservationRow>> observations(Standing standing) {
        return own.known(standing.territory(), standing.position())
                .map(versions -> together(catalogue.all(), versions))
                .flatMap(all -> harvest.of(standing.territory(), standing.position(), all, Harvest.Window.ALL))
                .map(reaped -> rows(standing, reaped));
    }

    private static List<Definition> together(Collection<Definition> builtIn, List<Numbered> own) {
        var all = new ArrayList<Definition>(builtIn);
        own.forEach(it -> all.add(it.definition()));
        return all;
    }

    private static List<ObservationRow> rows(Standing standing, List<Harvest.Reaped> reaped) {
        return reaped.stream()
                .flatMap(it ->
                        it.observations().stream().map(observation -> row(standing, it.definition(), observation)))
                .toList();
    }

    private static ObservationRow row(Standing standing, Definition definition, Observation observation) {
        var value = observation.value();
        return new ObservationRow(
                standing.territory(),
                definition.code(),
                definition.version(),
                observation.period().name(),
                "",
                "",
                "",
                "",
                "",
                Numbers.withoutTrailingZeros(value.number()),
                definition.unit(),
                null,
                Numbers.withoutTrailingZeros(value.numerator()),
                Numbers.withoutTrailingZeros(value.denominator()),
                ObservationStatus.of(value, standing.parked()).word(),
                value.reasonWord().orElse(""),
                value.missing().stream().sorted().toList(),
                observation.unplaced(),
                standing.position());
    }
}
