package org.bitacora.domain.indicator;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bitacora.domain.event.Decision;
import org.bitacora.domain.indicator.DefinitionReader.DefinitionResult;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Refusal;

/**
 * Decides on a territory's own definitions. A code of the catalogue cannot be redefined, and only a definition that
 * differs from the latest version becomes a new version.
 */
public final class DefinitionDecider {

    private final Function<String, Optional<Definition>> catalogue;
    private final Function<String, Optional<Definition>> own;

    /**
     * Creates a decider for the given definitions.
     *
     * @param catalogue finds the definitions of the catalogue, which all territories share
     * @param own finds the latest versions of the territory's own definitions
     */
    public DefinitionDecider(
            Function<String, Optional<Definition>> catalogue, Function<String, Optional<Definition>> own) {
        this.catalogue = catalogue;
        this.own = own;
    }

    /**
     * Decides on a definition. The definitions to which it refers are copied into it in their current version, so that
     * later versions of them do not change it.
     *
     * @param versions all versions of the same code, in ascending order
     */
    public Decision<IndicatorEvent> define(String code, List<Definition> versions, Json.Obj data) {
        if (catalogue.apply(code).isPresent()) {
            return Decision.invalid(
                    "code",
                    Detail.of(
                            "{0} is an indicator of the catalogue and cannot be redefined. Choose a different code.",
                            code));
        }
        return switch (DefinitionReader.read(code, versions.size() + 1, data, this::find)) {
            case DefinitionResult.InvalidDefinition(var violations) ->
                Decision.decline(new Refusal.Invalid(violations));
            case DefinitionResult.ValidDefinition(var definition) ->
                !versions.isEmpty() && definition.hasSameContentAs(versions.getLast())
                        ? Decision.unchanged()
                        : Decision.accept(new IndicatorEvent.IndicatorDefined(definition));
        };
    }

    private Optional<Definition> find(String code) {
        return catalogue.apply(code).or(() -> own.apply(code));
    }
}
