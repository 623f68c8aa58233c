package org.bitacora.application.indicator;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.application.access.Caller;
import org.bitacora.application.intake.Stating;
import org.bitacora.application.request.Problem;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.DefinitionReader;
import org.bitacora.domain.indicator.DefinitionReader.Read;
import org.bitacora.domain.indicator.DefinitionWriter;
import org.bitacora.domain.json.Json;
import org.bitacora.projections.indicator.Catalogue;
import org.bitacora.projections.indicator.Defined;
import org.bitacora.projections.indicator.OwnDefinitions;
import org.bitacora.projections.indicator.OwnDefinitions.Numbered;

/** Makes a version of a territory's own definition: an entry of its log, where it says something new. */
@Singleton
public class Defining {

    private final Stating stating;
    private final Catalogue catalogue;
    private final OwnDefinitions own;

    Defining(Stating stating, Catalogue catalogue, OwnDefinitions own) {
        this.stating = stating;
        this.catalogue = catalogue;
        this.own = own;
    }

    /** The definition as it can be read now, and whether it is a new version. */
    public record Outcome(Definition definition, boolean isNew) {}

    /** Defines, unless the latest version says just this. */
    public Uni<Outcome> define(Caller caller, String territory, String code, Json.Obj data) {
        check(caller, territory, code);
        return Uni.combine()
                .all()
                .unis(own.versions(territory, code), own.latest(territory))
                .asTuple()
                .flatMap(found -> {
                    var versions = found.getItem1();
                    var definition = read(code, versions.size() + 1, data, found.getItem2());
                    var latest = versions.isEmpty()
                            ? Optional.<Definition>empty()
                            : Optional.of(versions.getLast().definition());
                    return latest.filter(definition::saysTheSameAs)
                            .map(same -> Uni.createFrom().item(new Outcome(same, false)))
                            .orElseGet(() -> append(caller, territory, definition));
                });
    }

    private void check(Caller caller, String territory, String code) {
        if (!caller.isEditor()) {
            throw ProblemException.forbidden("This needs the role editor.");
        }
        caller.refuses(caller.source(), territory, Defined.TYPE).ifPresent(refusal -> {
            throw ProblemException.of(Problem.of(refusal));
        });
        if (catalogue.find(code).isPresent()) {
            throw ProblemException.invalid(
                    "/code", code + " is of the catalogue, the same for all; give your own another code.");
        }
    }

    /** What it names is written into it as it is now: a later version of that changes nothing here. */
    private Definition read(String code, int version, Json.Obj data, List<Numbered> others) {
        Map<String, Definition> known = new HashMap<>();
        others.forEach(it -> known.put(it.definition().code(), it.definition()));
        var read = DefinitionReader.read(
                code, version, data, it -> catalogue.find(it).or(() -> Optional.ofNullable(known.get(it))));
        return switch (read) {
            case Read.Made(var definition) -> definition;
            case Read.Wrong(var violations) ->
                throw ProblemException.of(
                        Problem.of(422, "invalid", violations.getFirst().detail(), violations));
        };
    }

    private Uni<Outcome> append(Caller caller, String territory, Definition definition) {
        var code = definition.code();
        var statement = new Stating.Statement(
                territory,
                Defined.TYPE,
                Defined.subject(territory, code),
                "definition-" + code + "-" + definition.version(),
                DefinitionWriter.write(definition));
        return stating.state(caller, statement)
                .flatMap(position -> own.versions(territory, code).map(versions -> versions.stream()
                        .filter(it -> it.position() == position)
                        .map(it -> new Outcome(it.definition(), true))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.later("It is recorded, but cannot be read yet."))));
    }
}
