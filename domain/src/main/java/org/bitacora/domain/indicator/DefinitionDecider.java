package org.bitacora.domain.indicator;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bitacora.domain.event.Decision;
import org.bitacora.domain.indicator.DefinitionReader.DefinitionResult;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Refusal;

/**
 * Decides on definitions of a territory's own: no code of the catalogue is defined anew, and only a definition that
 * differs from the latest version is a new one.
 */
public final class DefinitionDecider {

    private final Function<String, Optional<Definition>> catalogue;
    private final Function<String, Optional<Definition>> own;

    /**
     * Decides by what is defined.
     *
     * @param catalogue finds the definitions that are the same for all
     * @param own finds the latest versions of the territory's own
     */
    public DefinitionDecider(
            Function<String, Optional<Definition>> catalogue, Function<String, Optional<Definition>> own) {
        this.catalogue = catalogue;
        this.own = own;
    }

    /**
     * Decides on a definition. Those that it names are written into it as they are now: a later version of them changes
     * nothing here.
     *
     * @param versions all versions of the same code, the first first
     */
    public Decision<IndicatorEvent> define(String code, List<Definition> versions, Json.Obj data) {
        if (catalogue.apply(code).isPresent()) {
            return Decision.invalid(
                    "code", code + " is of the catalogue, the same for all; give your own another code.");
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
