package org.bitacora.api.indicator;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.bitacora.api.answer.Ask;
import org.bitacora.api.answer.Csv;
import org.bitacora.api.answer.Items;
import org.bitacora.api.answer.Json;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.projections.follow.Positions.Standing;
import org.bitacora.projections.indicator.Catalogue;
import org.bitacora.projections.indicator.Harvest;
import org.bitacora.projections.indicator.OwnDefinitions;
import org.bitacora.projections.indicator.OwnDefinitions.Numbered;

/** All figures of a territory, and what they are: those that come with the application, and its own. */
@Singleton
public class AllFigures {

    private static final Locale LANGUAGE = Locale.of("es");

    private final Catalogue catalogue;
    private final OwnDefinitions own;
    private final Harvest harvest;
    private final Json json;

    AllFigures(Catalogue catalogue, OwnDefinitions own, Harvest harvest, Json json) {
        this.catalogue = catalogue;
        this.own = own;
        this.harvest = harvest;
        this.json = json;
    }

    /** Every version of every definition that it has, in JSON. */
    public Uni<Buffer> definitions(Standing standing) {
        return own.all(standing.territory(), standing.position())
                .map(versions -> together(catalogue.all(), versions))
                .map(all -> json.whole(Items.whole(
                        all.stream().map(it -> IndicatorShown.of(it, LANGUAGE)).toList())));
    }

    /** The values by year and by month, whole, as the rows of the table of observations, in CSV. */
    public Uni<Buffer> observations(Standing standing) {
        return own.known(standing.territory(), standing.position())
                .map(versions -> together(catalogue.all(), versions))
                .flatMap(all -> harvest.of(standing.territory(), standing.position(), all, Harvest.Window.ALL))
                .map(reaped -> csv(standing, reaped));
    }

    private static List<Definition> together(Collection<Definition> builtIn, List<Numbered> own) {
        var all = new ArrayList<Definition>(builtIn);
        own.forEach(it -> all.add(it.definition()));
        return all;
    }

    private static Buffer csv(Standing standing, List<Harvest.Reaped> reaped) {
        var shown = reaped.stream().map(it -> shown(standing, it)).toList();
        return Csv.table(ObservationRows.COLUMNS, Tables.texts(shown));
    }

    private static ObservationsShown shown(Standing standing, Harvest.Reaped reaped) {
        var showing = new Showing(Ask.at("/", LANGUAGE));
        var definition = reaped.definition();
        return new ObservationsShown(
                standing.territory(),
                ObservationsShown.Of.of(definition, LANGUAGE),
                new ObservationsShown.AsOfShown(standing.position(), Instant.EPOCH, null),
                null,
                reaped.observations().stream()
                        .map(it -> showing.one(standing.territory(), definition, standing, it))
                        .toList());
    }
}
