package org.bitacora.application.indicator;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.ProblemException;
import org.bitacora.projections.indicator.Catalogue;
import org.bitacora.projections.indicator.OwnDefinitions;
import org.bitacora.projections.indicator.OwnDefinitions.Numbered;

/** Finds definitions: those that come with the application, and a territory's own. */
@Singleton
public class Definitions {

    private final Catalogue catalogue;
    private final OwnDefinitions own;

    Definitions(Catalogue catalogue, OwnDefinitions own) {
        this.catalogue = catalogue;
        this.own = own;
    }

    /** All versions of a definition, the first first; a problem 404 where there is none. */
    public Uni<List<Numbered>> versions(String territory, String code) {
        var built = catalogue.find(code);
        if (built.isPresent()) {
            return Uni.createFrom().item(List.of(new Numbered(built.get(), 0, Instant.EPOCH)));
        }
        return own.versions(territory, code).map(versions -> {
            if (versions.isEmpty()) {
                throw ProblemException.notFound("There is no indicator " + code + ".");
            }
            return versions;
        });
    }

    /** Those of them that were known where definitions are meant as of a position. */
    public static List<Numbered> known(Ask ask, List<Numbered> versions) {
        return versions.stream()
                .filter(it -> it.position() <= ask.definedAt().orElse(Long.MAX_VALUE))
                .toList();
    }

    /** Those versions that a parameter names, with commas between them; the latest where it is not given. */
    public static List<Numbered> chosen(Ask ask, String parameter, List<Numbered> versions) {
        var wanted = ask.values(parameter);
        return wanted.isEmpty()
                ? List.of(versions.getLast())
                : wanted.stream().map(it -> one(parameter, it, versions)).toList();
    }

    private static Numbered one(String parameter, String wanted, List<Numbered> versions) {
        return versions.stream()
                .filter(it -> Integer.toString(it.definition().version()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> ProblemException.parameter(
                        parameter, "There is no version " + wanted + "; the latest is " + versions.size() + "."));
    }
}
