package org.bitacora.application.indicator;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bitacora.application.RefusalException;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Result;
import org.bitacora.projections.indicator.DefinitionRepository;
import org.bitacora.projections.indicator.DefinitionRepository.RecordedDefinition;
import org.bitacora.projections.indicator.IndicatorCatalogue;

/** Finds definitions of indicators: those of the catalogue and those of a territory. */
@Singleton
public class DefinitionLookup {

    private final IndicatorCatalogue indicatorCatalogue;
    private final DefinitionRepository own;

    DefinitionLookup(IndicatorCatalogue indicatorCatalogue, DefinitionRepository own) {
        this.indicatorCatalogue = indicatorCatalogue;
        this.own = own;
    }

    /** Returns all versions of a definition, the oldest first; fails with a refusal if there is none. */
    public Uni<List<RecordedDefinition>> versions(String territory, String code) {
        var built = indicatorCatalogue.find(code);
        if (built.isPresent()) {
            return Uni.createFrom().item(List.of(new RecordedDefinition(built.get(), 0, Instant.EPOCH)));
        }
        return own.findVersions(territory, code).map(versions -> {
            if (versions.isEmpty()) {
                throw RefusalException.notFound(Detail.of("There is no indicator {0}.", code));
            }
            return versions;
        });
    }

    /** Returns the versions that a query can select: all, or for a publication those known at its position. */
    public static List<RecordedDefinition> knownVersions(VersionQuery versionQuery, List<RecordedDefinition> versions) {
        return switch (versionQuery) {
            case VersionQuery.LatestVersion() -> versions;
            case VersionQuery.LatestVersionAt(long position) ->
                versions.stream().filter(it -> it.position() <= position).toList();
            case VersionQuery.NumberedVersions _ -> versions;
        };
    }

    /** Returns the known versions that a query selects; a refusal if a version number does not exist. */
    public static Result<List<RecordedDefinition>> selectVersions(
            VersionQuery versionQuery, List<RecordedDefinition> known) {
        return switch (versionQuery) {
            case VersionQuery.LatestVersion() -> Result.success(List.of(known.getLast()));
            case VersionQuery.LatestVersionAt _ -> Result.success(List.of(known.getLast()));
            case VersionQuery.NumberedVersions numbered -> selectNumbered(numbered, known);
        };
    }

    private static Result<List<RecordedDefinition>> selectNumbered(
            VersionQuery.NumberedVersions numbered, List<RecordedDefinition> known) {
        var selected = new ArrayList<RecordedDefinition>();
        for (var number : numbered.numbers()) {
            var found = known.stream()
                    .filter(it -> Integer.toString(it.definition().version()).equals(number))
                    .findFirst();
            if (found.isEmpty()) {
                return Result.failure(new Refusal.InvalidParameter(
                        numbered.parameter(),
                        Detail.of("There is no version {0}; the latest is {1}.", number, known.size())));
            }
            selected.add(found.get());
        }
        return Result.success(selected);
    }
}
