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
import org.bitacora.application.RefusalException;
import org.bitacora.application.territory.AsOfQuery;
import org.bitacora.application.territory.AsOfResolver;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.projections.indicator.TerritoryScope;
import org.bitacora.projections.projector.CheckpointRepository;
import org.bitacora.projections.projector.CheckpointRepository.Checkpoint;
import org.bitacora.projections.projector.CheckpointRepository.TerritoryPosition;
import org.bitacora.projections.territory.MembershipRepository;
import org.bitacora.projections.territory.MembershipRepository.MemberTerritory;

/** Resolves the scope of a query: a territory, or a territory and its members, each as of a position. */
@Singleton
public class TerritoryScopeResolver {

    private final MembershipRepository membershipRepository;
    private final CheckpointRepository checkpointRepository;
    private final AsOfResolver asOfResolver;
    private final InstantSource clock;

    TerritoryScopeResolver(
            MembershipRepository membershipRepository,
            CheckpointRepository checkpointRepository,
            AsOfResolver asOfResolver,
            InstantSource clock) {
        this.membershipRepository = membershipRepository;
        this.checkpointRepository = checkpointRepository;
        this.asOfResolver = asOfResolver;
        this.clock = clock;
    }

    /**
     * A resolved scope.
     *
     * @param moment the moment of the territory itself
     * @param rollupInstant the instant as of which the members are observed; empty without members
     * @param parkedSubjects the subjects whose projection is suspended until a fix
     * @param heads the position of the head of the log of each territory with which the projections are catching up
     */
    public record ResolvedTerritoryScope(
            AsOfResolver.AsOfMoment moment,
            TerritoryScope scope,
            Optional<Instant> rollupInstant,
            List<String> parkedSubjects,
            Map<String, Long> heads) {
        public ResolvedTerritoryScope {
            parkedSubjects = List.copyOf(parkedSubjects);
            heads = Map.copyOf(heads);
        }

        /** Returns the position of a head with which the projections are catching up; empty if there is none. */
        public Optional<Long> anyHead() {
            return heads.values().stream().findFirst();
        }

        /** Returns the position of each territory, if there are several. */
        public Map<String, Long> positions() {
            var all = new TreeMap<String, Long>();
            if (rollupInstant.isPresent()) {
                scope.places().forEach(it -> all.put(it.territory(), it.position()));
            }
            return all;
        }
    }

    /** Returns the scope of a query. */
    public Uni<ResolvedTerritoryScope> resolve(TerritoryScopeQuery scopeQuery, Checkpoint checkpoint) {
        return asOfResolver
                .resolve(scopeQuery.asOf(), scopeQuery.territory(), checkpoint)
                .flatMap(asOfMoment -> scopeQuery.rollup()
                        ? scopeWithMembers(asOfMoment, rollupInstant(scopeQuery.asOf(), asOfMoment))
                        : ownScope(asOfMoment, checkpoint));
    }

    /**
     * Returns the instant as of which the members are observed. A position is refused, because it refers to a single
     * log.
     */
    private Instant rollupInstant(AsOfQuery asOfQuery, AsOfResolver.AsOfMoment asOfMoment) {
        if (asOfQuery instanceof AsOfQuery.AtPosition(var parameter, var _)) {
            throw new RefusalException(new Refusal.InvalidParameter(parameter, AsOfQuery.EXPECTED_FORM));
        }
        return AsOfResolver.instant(asOfQuery, asOfMoment).orElseGet(clock::instant);
    }

    private Uni<ResolvedTerritoryScope> ownScope(AsOfResolver.AsOfMoment asOfMoment, Checkpoint checkpoint) {
        var scope = TerritoryScope.of(asOfMoment.territory().code, asOfMoment.position());
        var parked = checkpoint.parkedSubjects() == 0
                ? Uni.createFrom().item(List.<String>of())
                : parkedSubjects(asOfMoment.territory().code, asOfMoment.position());
        return parked.map(subjects -> new ResolvedTerritoryScope(
                asOfMoment, scope, Optional.empty(), subjects, heads(asOfMoment, List.of())));
    }

    private Uni<ResolvedTerritoryScope> scopeWithMembers(AsOfResolver.AsOfMoment asOfMoment, Instant at) {
        var territory = asOfMoment.territory().code;
        return membershipRepository
                .membersOf(territory, asOfMoment.position(), Optional.of(at))
                .flatMap(all -> {
                    var codes = all.stream().map(MemberTerritory::territory).toList();
                    return checkpointRepository
                            .findPositions(codes, Optional.of(at))
                            .flatMap(standings -> parkedSubjects(standings)
                                    .map(parked -> new ResolvedTerritoryScope(
                                            asOfMoment,
                                            new TerritoryScope(places(asOfMoment, all, standings)),
                                            Optional.of(at),
                                            parked,
                                            heads(asOfMoment, standings))));
                });
    }

    private static Map<String, Long> heads(AsOfResolver.AsOfMoment asOfMoment, List<TerritoryPosition> members) {
        Map<String, Long> heads = new TreeMap<>();
        members.forEach(it -> it.head().ifPresent(head -> heads.put(it.territory(), head)));
        asOfMoment.head().ifPresent(head -> heads.put(asOfMoment.territory().code, head));
        return heads;
    }

    private static List<TerritoryScope.ScopeTerritory> places(
            AsOfResolver.AsOfMoment asOfMoment, List<MemberTerritory> members, List<TerritoryPosition> standings) {
        var group = asOfMoment.territory().code;
        var byCode = standings.stream().collect(Collectors.toMap(TerritoryPosition::territory, Function.identity()));
        var places = new ArrayList<TerritoryScope.ScopeTerritory>();
        places.add(new TerritoryScope.ScopeTerritory(group, group, asOfMoment.position()));
        for (var memberTerritory : members) {
            var territoryPosition = byCode.get(memberTerritory.territory());
            if (territoryPosition != null) {
                places.add(new TerritoryScope.ScopeTerritory(
                        group,
                        memberTerritory.territory(),
                        territoryPosition.position(),
                        memberTerritory.since(),
                        memberTerritory.until(),
                        Optional.of(memberTerritory.membershipSubject(group))));
            }
        }
        return places;
    }

    private Uni<List<String>> parkedSubjects(List<TerritoryPosition> standings) {
        var all = Uni.createFrom().item(List.<String>of());
        for (var territoryPosition : standings) {
            if (territoryPosition.parkedSubjects() > 0) {
                all = all.flatMap(before -> parkedSubjects(territoryPosition.territory(), territoryPosition.position())
                        .map(more -> {
                            var both = new ArrayList<>(before);
                            both.addAll(more);
                            return both;
                        }));
            }
        }
        return all;
    }

    private Uni<List<String>> parkedSubjects(String territory, long position) {
        return checkpointRepository.findParkedSubjects(territory).map(all -> all.stream()
                .filter(it -> it.position() <= position)
                .map(CheckpointRepository.ParkedSubject::subject)
                .toList());
    }
}
