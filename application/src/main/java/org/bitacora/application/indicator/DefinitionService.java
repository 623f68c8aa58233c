package org.bitacora.application.indicator;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.application.access.Caller;
import org.bitacora.application.intake.CommandAppender;
import org.bitacora.application.request.Problem;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.DefinitionReader;
import org.bitacora.domain.indicator.DefinitionReader.DefinitionResult;
import org.bitacora.domain.indicator.DefinitionWriter;
import org.bitacora.domain.json.Json;
import org.bitacora.projections.indicator.DefinitionRepository;
import org.bitacora.projections.indicator.DefinitionRepository.RecordedDefinition;
import org.bitacora.projections.indicator.DefinitionVersion;
import org.bitacora.projections.indicator.IndicatorCatalogue;

/** Makes a version of a territory's own definition: an entry of its log, where it says something new. */
@Singleton
public class DefinitionService {

    private final CommandAppender commandAppender;
    private final IndicatorCatalogue indicatorCatalogue;
    private final DefinitionRepository own;

    DefinitionService(
            CommandAppender commandAppender, IndicatorCatalogue indicatorCatalogue, DefinitionRepository own) {
        this.commandAppender = commandAppender;
        this.indicatorCatalogue = indicatorCatalogue;
        this.own = own;
    }

    /** The definition as it can be read now, and whether it is a new version. */
    public record DefinitionRevisionResult(Definition definition, boolean isNew) {}

    /** Defines, unless the latest version says just this. */
    public Uni<DefinitionRevisionResult> define(Caller caller, String territory, String code, Json.Obj data) {
        check(caller, territory, code);
        return Uni.combine()
                .all()
                .unis(own.findVersions(territory, code), own.findLatest(territory))
                .asTuple()
                .flatMap(found -> {
                    var versions = found.getItem1();
                    var definition = read(code, versions.size() + 1, data, found.getItem2());
                    var latest = versions.isEmpty()
                            ? Optional.<Definition>empty()
                            : Optional.of(versions.getLast().definition());
                    return latest.filter(definition::hasSameContentAs)
                            .map(same -> Uni.createFrom().item(new DefinitionRevisionResult(same, false)))
                            .orElseGet(() -> append(caller, territory, definition));
                });
    }

    private void check(Caller caller, String territory, String code) {
        if (!caller.isEditor()) {
            throw ProblemException.forbidden("This needs the role editor.");
        }
        caller.writeRefusal(caller.source(), territory, DefinitionVersion.TYPE).ifPresent(refusal -> {
            throw ProblemException.of(Problem.of(refusal));
        });
        if (indicatorCatalogue.find(code).isPresent()) {
            throw ProblemException.invalid(
                    "/code", code + " is of the catalogue, the same for all; give your own another code.");
        }
    }

    /** What it names is written into it as it is now: a later version of that changes nothing here. */
    private Definition read(String code, int version, Json.Obj data, List<RecordedDefinition> others) {
        Map<String, Definition> known = new HashMap<>();
        others.forEach(it -> known.put(it.definition().code(), it.definition()));
        var definitionResult = DefinitionReader.read(
                code, version, data, it -> indicatorCatalogue.find(it).or(() -> Optional.ofNullable(known.get(it))));
        return switch (definitionResult) {
            case DefinitionResult.ValidDefinition(var definition) -> definition;
            case DefinitionResult.InvalidDefinition(var violations) ->
                throw ProblemException.of(
                        Problem.of(422, "invalid", violations.getFirst().detail(), violations));
        };
    }

    private Uni<DefinitionRevisionResult> append(Caller caller, String territory, Definition definition) {
        var code = definition.code();
        var eventCommand = new CommandAppender.EventCommand(
                territory,
                DefinitionVersion.TYPE,
                DefinitionVersion.subject(territory, code),
                "definition-" + code + "-" + definition.version(),
                DefinitionWriter.write(definition));
        return commandAppender.append(caller, eventCommand).flatMap(position -> own.findVersions(territory, code)
                .map(versions -> versions.stream()
                        .filter(it -> it.position() == position)
                        .map(it -> new DefinitionRevisionResult(it.definition(), true))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.unavailable("It is recorded, but cannot be read yet."))));
    }
}
