package org.bitacora.application.indicator;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.ProblemException;
import org.bitacora.application.territory.AsOf;
import org.bitacora.projections.indicator.Scope;
import org.bitacora.projections.projector.Positions;
import org.bitacora.projections.projector.Positions.Reached;
import org.bitacora.projections.projector.Positions.Standing;
import org.bitacora.projections.territory.Members;
import org.bitacora.projections.territory.Members.Member;

/** Finds of whom a request asks, and as known when: of a territory, or of it and its members. */
@Singleton
public class Scoping {

    private final Members members;
    private final Positions positions;
    private final AsOf asOf;
    private final InstantSource clock;

    Scoping(Members members, Positions positions, AsOf asOf, InstantSource clock) {
        this.members = members;
        this.positions = positions;
        this.asOf = asOf;
        this.clock = clock;
    }

    /**
     * Of whom, and as known when.
     *
     * @param moment of the territory itself
     * @param rolledUp the instant at which the others are looked at; empty where there are none
     * @param parked the subjects that wait for a fix
     */
    public record Scoped(AsOf.Moment moment, Scope scope, Optional<Instant> rolledUp, List<String> parked) {
        /** The position of each territory, where there are several. */
        public Map<String, Long> positions() {
            var all = new TreeMap<String, Long>();
            if (rolledUp.isPresent()) {
                scope.places().forEach(it -> all.put(it.territory(), it.position()));
            }
            return all;
        }
    }

    /** Whether members are asked for, too. */
    public static boolean isRolledUp(Ask ask) {
        return switch (ask.parameter("rollup").orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemException.parameter("rollup", "true or false is wanted.");
        };
    }

    /** As known at the moment of {@code asOf}. */
    Uni<Scoped> of(Ask ask, String territory, Reached reached) {
        return at(ask, "asOf", territory, reached);
    }

    /** As known at the moment that a parameter names; now where it is not given. */
    public Uni<Scoped> at(Ask ask, String parameter, String territory, Reached reached) {
        boolean isRolledUp = isRolledUp(ask);
        return asOf.at(ask, parameter, territory, reached)
                .flatMap(moment ->
                        isRolledUp ? members(moment, instant(ask, parameter, moment)) : single(moment, reached));
    }

    private Instant instant(Ask ask, String parameter, AsOf.Moment moment) {
        return ask.parameter(parameter)
                .map(text -> AsOf.instantOf(parameter, text, moment.territory()))
                .orElseGet(clock::instant);
    }

    private Uni<Scoped> single(AsOf.Moment moment, Reached reached) {
        var scope = Scope.of(moment.territory().code, moment.position());
        var parked = reached.parked() == 0
                ? Uni.createFrom().item(List.<String>of())
                : parked(moment.territory().code, moment.position());
        return parked.map(subjects -> new Scoped(moment, scope, Optional.empty(), subjects));
    }

    private Uni<Scoped> members(AsOf.Moment moment, Instant at) {
        var territory = moment.territory().code;
        return members.of(territory, moment.position(), Optional.of(at)).flatMap(all -> {
            var codes = all.stream().map(Member::territory).toList();
            return positions.standings(codes, Optional.of(at)).flatMap(standings -> parked(standings)
                    .map(parked ->
                            new Scoped(moment, new Scope(places(moment, all, standings)), Optional.of(at), parked)));
        });
    }

    private static List<Scope.Place> places(AsOf.Moment moment, List<Member> members, List<Standing> standings) {
        var group = moment.territory().code;
        var byCode = standings.stream().collect(Collectors.toMap(Standing::territory, Function.identity()));
        var places = new ArrayList<Scope.Place>();
        places.add(new Scope.Place(group, group, moment.position()));
        for (var member : members) {
            var standing = byCode.get(member.territory());
            if (standing != null) {
                places.add(new Scope.Place(
                        group,
                        member.territory(),
                        standing.position(),
                        member.since(),
                        member.until(),
                        member.saidBy(group)));
            }
        }
        return places;
    }

    private Uni<List<String>> parked(List<Standing> standings) {
        var all = Uni.createFrom().item(List.<String>of());
        for (var standing : standings) {
            if (standing.parked() > 0) {
                all = all.flatMap(before -> parked(standing.territory(), standing.position())
                        .map(more -> {
                            var both = new ArrayList<>(before);
                            both.addAll(more);
                            return both;
                        }));
            }
        }
        return all;
    }

    private Uni<List<String>> parked(String territory, long position) {
        return positions.parked(territory).map(all -> all.stream()
                .filter(it -> it.position() <= position)
                .map(Positions.Parked::subject)
                .toList());
    }
}
