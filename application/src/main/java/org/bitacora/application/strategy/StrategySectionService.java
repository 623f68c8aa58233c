package org.bitacora.application.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.application.RefusalException;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Result;
import org.bitacora.domain.strategy.StrategySection;

/** Sets and removes single items of strategies. */
@Singleton
public class StrategySectionService {

    private final StrategyService strategyService;

    StrategySectionService(StrategyService strategyService) {
        this.strategyService = strategyService;
    }

    /** Sets an item to the content of the body; changes nothing if the strategy already contains the same item. */
    public Uni<StrategyService.StrategyRevisionResult> state(
            Uni<StrategyService.StrategyRevisionContext> which,
            StrategySection strategySection,
            List<String> key,
            Json.Obj body) {
        return switch (StrategyParser.parseSection(strategySection, key, body)) {
            case Result.Failure<Json.Obj>(var refusal) -> Uni.createFrom().failure(new RefusalException(refusal));
            case Result.Success<Json.Obj>(var item) ->
                which.flatMap(it ->
                        strategyService.change(it, (decider, before) -> decider.state(before, strategySection, item)));
        };
    }

    /** Removes an item; changes nothing if the item does not exist. */
    public Uni<StrategyService.StrategyRevisionResult> drop(
            Uni<StrategyService.StrategyRevisionContext> which, StrategySection strategySection, List<String> key) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (int i = 0; i < key.size(); i++) {
            members.put(strategySection.keyMembers().get(i), Json.of(key.get(i)));
        }
        var item = new Json.Obj(members);
        return which.flatMap(
                it -> strategyService.change(it, (decider, before) -> decider.drop(before, strategySection, item)));
    }
}
