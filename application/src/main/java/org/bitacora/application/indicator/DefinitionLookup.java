package org.bitacora.application.indicator;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.bitacora.application.request.ProblemException;
import org.bitacora.application.request.ReadRequest;
import org.bitacora.projections.indicator.DefinitionRepository;
import org.bitacora.projections.indicator.DefinitionRepository.RecordedDefinition;
import org.bitacora.projections.indicator.IndicatorCatalogue;

/** Finds definitions: those that come with the application, and a territory's own. */
@Singleton
public class DefinitionLookup {

    private final IndicatorCatalogue indicatorCatalogue;
    private final DefinitionRepository own;

    DefinitionLookup(IndicatorCatalogue indicatorCatalogue, DefinitionRepository own) {
        this.indicatorCatalogue = indicatorCatalogue;
        this.own = own;
    }

    /** All versions of a definition, the first first; a problem 404 where there is none. */
    public Uni<List<RecordedDefinition>> versions(String territory, String code) {
        var built = indicatorCatalogue.find(code);
        if (built.isPresent()) {
            return Uni.createFrom().item(List.of(new RecordedDefinition(built.get(), 0, Instant.EPOCH)));
        }
        return own.findVersions(territory, code).map(versions -> {
            if (versions.isEmpty()) {
                throw ProblemException.notFound("There is no indicator " + code + ".");
            }
            return versions;
        });
    }

    /** Those of them that were known where definitions are meant as of a position. */
    public static List<RecordedDefinition> knownAsOf(ReadRequest readRequest, List<RecordedDefinition> versions) {
        return versions.stream()
                .filter(it -> it.position() <= readRequest.definitionsAsOf().orElse(Long.MAX_VALUE))
                .toList();
    }

    /** Those versions that a parameter names, with commas between them; the latest where it is not given. */
    public static List<RecordedDefinition> selectVersions(
            ReadRequest readRequest, String parameter, List<RecordedDefinition> versions) {
        var wanted = readRequest.values(parameter);
        return wanted.isEmpty()
                ? List.of(versions.getLast())
                : wanted.stream()
                        .map(it -> selectVersion(parameter, it, versions))
                        .toList();
    }

    private static RecordedDefinition selectVersion(
            String parameter, String wanted, List<RecordedDefinition> versions) {
        return versions.stream()
                .filter(it -> Integer.toString(it.definition().version()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalidParameter(
                        parameter, "There is no version " + wanted + "; the latest is " + versions.size() + "."));
    }
}
