package org.bitacora.eventlog.postgres;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.eventlog.Draft;

/**
 * Which events {@link LogSql#FIND_RECORDED} looks for: the ids of each source in each log, side by side in one list, so that one
 * descent of the index finds all of them that lie together.
 */
final class DuplicateLookup {

    private final List<String> territories = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();
    private final List<Integer> lasts = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();

    private DuplicateLookup() {}

    private record TerritorySource(String territory, String source) {}

    /** Those of drafts: territories, sources, the first and the last place in the list that each has, and the list. */
    static Tuple parameters(Iterable<Draft> drafts) {
        Map<TerritorySource, List<String>> asked = new LinkedHashMap<>();
        for (var draft : drafts) {
            asked.computeIfAbsent(
                            new TerritorySource(draft.territory(), draft.key().source()), _ -> new ArrayList<>())
                    .add(draft.key().id());
        }
        var duplicateLookup = new DuplicateLookup();
        asked.forEach(duplicateLookup::add);
        return duplicateLookup.tuple();
    }

    private void add(TerritorySource territorySource, List<String> of) {
        territories.add(territorySource.territory());
        sources.add(territorySource.source());
        firsts.add(ids.size() + 1);
        ids.addAll(of);
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
