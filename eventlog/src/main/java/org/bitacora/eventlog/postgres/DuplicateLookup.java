package org.bitacora.eventlog.postgres;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.eventlog.Draft;

/**
 * The parameters of {@link LogSql#FIND_RECORDED}: the event ids of each source in each log, grouped in one list, so
 * that one descent of the index finds all neighbouring ids.
 */
final class DuplicateLookup {

    private final List<String> territories = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();
    private final List<Integer> lasts = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();

    private DuplicateLookup() {}

    private record TerritorySource(String territory, String source) {}

    /**
     * Returns the parameters for some drafts: the territories, the sources, the first and last index of each in the
     * list of ids, and the list.
     */
    static Tuple parameters(Iterable<Draft> drafts) {
        Map<TerritorySource, List<String>> idsBySource = new LinkedHashMap<>();
        for (var draft : drafts) {
            idsBySource
                    .computeIfAbsent(
                            new TerritorySource(draft.territory(), draft.key().source()), _ -> new ArrayList<>())
                    .add(draft.key().id());
        }
        var duplicateLookup = new DuplicateLookup();
        idsBySource.forEach(duplicateLookup::add);
        return duplicateLookup.tuple();
    }

    private void add(TerritorySource territorySource, List<String> sourceIds) {
        territories.add(territorySource.territory());
        sources.add(territorySource.source());
        firsts.add(ids.size() + 1);
        ids.addAll(sourceIds);
        lasts.add(ids.size());
    }

    private Tuple tuple() {
        return Tuple.of(
                territories.toArray(String[]::new),
                sources.toArray(String[]::new),
                firsts.toArray(Integer[]::new),
                lasts.toArray(Integer[]::new),
                ids.toArray(String[]::new));
    }
}
