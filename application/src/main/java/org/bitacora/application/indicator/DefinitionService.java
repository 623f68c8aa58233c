package org.bitacora.application.indicator;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.application.RefusalException;
import org.bitacora.application.access.Caller;
import org.bitacora.application.intake.CommandAppender;
import org.bitacora.application.territory.TerritoryCodeParser;
import org.bitacora.domain.identifier.IndicatorCode;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.DefinitionDecider;
import org.bitacora.domain.indicator.IndicatorEvent;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.projections.indicator.DefinitionRepository;
import org.bitacora.projections.indicator.DefinitionRepository.RecordedDefinition;
import org.bitacora.projections.indicator.IndicatorCatalogue;

/** Records a version of a territory's own definition in its log, unless it changes nothing. */
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

    /** The result of a revision: the definition as it can be read now, and whether it is a new version. */
    public record DefinitionRevisionResult(Definition definition, boolean isNew) {
        private static DefinitionRevisionResult unchanged(Definition definition) {
            return new DefinitionRevisionResult(definition, false);
        }

        private static DefinitionRevisionResult revised(Definition definition) {
            return new DefinitionRevisionResult(definition, true);
        }
    }

    /** Records a new version of the definition, unless the latest version has the same content. */
    public Uni<DefinitionRevisionResult> define(Caller caller, String territory, String code, Json.Obj data) {
        checkAccess(caller, territory);
        return Uni.combine()
                .all()
                .unis(own.findVersions(territory, code), own.findLatest(territory))
                .asTuple()
                .flatMap(found -> {
                    var versions = found.getItem1().stream()
                            .map(RecordedDefinition::definition)
                            .toList();
                    var events = RefusalException.requireEvents(
                            decider(found.getItem2()).define(code, versions, data));
                    return events.isEmpty()
                            ? Uni.createFrom().item(DefinitionRevisionResult.unchanged(versions.getLast()))
                            : append(caller, command(territory, code, versions.size() + 1, events.getFirst()), code);
                });
    }

    private static void checkAccess(Caller caller, String territory) {
        RefusalException.throwIfPresent(caller.editorRefusal()
                .or(() -> caller.writeRefusal(caller.source(), territory, IndicatorEvent.DEFINED_TYPE)));
    }

    private DefinitionDecider decider(List<RecordedDefinition> latest) {
        Map<String, Definition> known = new HashMap<>();
        latest.forEach(it -> known.put(it.definition().code().value(), it.definition()));
        return new DefinitionDecider(indicatorCatalogue::find, it -> Optional.ofNullable(known.get(it)));
    }

    private static CommandAppender.EventCommand command(
            String territory, String code, int version, IndicatorEvent event) {
        return new CommandAppender.EventCommand(
                new Subject.IndicatorSubject(TerritoryCodeParser.parse(territory), new IndicatorCode(code)),
                "definition-" + code + "-" + version,
                event);
    }

    private Uni<DefinitionRevisionResult> append(
            Caller caller, CommandAppender.EventCommand eventCommand, String code) {
        var territory = eventCommand.territory();
        return commandAppender.append(caller, eventCommand).flatMap(position -> own.findVersions(territory, code)
                .map(versions -> versions.stream()
                        .filter(it -> it.position() == position)
                        .map(it -> DefinitionRevisionResult.revised(it.definition()))
                        .findFirst()
                        .orElseThrow(() -> new RefusalException(new Refusal.Unavailable(
                                Detail.of("The change is recorded but cannot be read yet."))))));
    }
}
