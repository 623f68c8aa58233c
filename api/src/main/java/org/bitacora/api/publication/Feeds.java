package org.bitacora.api.publication;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitacora.api.language.Labels;
import org.bitacora.domain.publication.PublishedFigures.Difference;
import org.bitacora.eventlog.Entry;
import org.bitacora.projections.publication.Publications;
import org.bitacora.projections.territory.Territories;

/** What a territory has published, and which of its figures would be others today, the latest first. */
@Singleton
class Feeds {

    private static final int MOST = 50;

    private final Publications publications;
    private final Revisions revisions;
    private final Territories territories;

    Feeds(Publications publications, Revisions revisions, Territories territories) {
        this.publications = publications;
        this.revisions = revisions;
        this.territories = territories;
    }

    /**
     * Whose feed, as known when, for whom.
     *
     * @param base where this service is for others
     */
    record Wanted(String territory, long position, Locale language, String base) {

        String path() {
            return base + "/v1/territories/" + territory;
        }
    }

    Uni<FeedShown> feed(Wanted wanted) {
        return publications
                .all(wanted.territory())
                .map(all -> all.subList(Math.max(0, all.size() - MOST), all.size()))
                .flatMap(latest -> items(wanted, latest))
                .flatMap(items -> territories.find(wanted.territory()).map(row -> {
                    var labels = Labels.in(wanted.language());
                    var name = row.map(it -> it.name).orElse(wanted.territory());
                    return new FeedShown(
                            FeedShown.VERSION,
                            labels.get("feed.title") + " " + name,
                            wanted.path(),
                            wanted.path() + "/feed?format=json",
                            wanted.language().getLanguage(),
                            items);
                }));
    }

    private Uni<List<FeedShown.Item>> items(Wanted wanted, List<Entry> latest) {
        return Multi.createFrom()
                .iterable(latest)
                .onItem()
                .transformToUniAndConcatenate(
                        entry -> revisions.of(entry, wanted.position()).map(revision -> items(wanted, entry, revision)))
                .onItem()
                .<FeedShown.Item>disjoint()
                .collect()
                .asList()
                .map(all -> all.stream()
                        .sorted(Comparator.comparing(FeedShown.Item::published)
                                .reversed()
                                .thenComparing(FeedShown.Item::id))
                        .toList());
    }

    private static List<FeedShown.Item> items(Wanted wanted, Entry entry, Optional<Revisions.Revision> revision) {
        var labels = Labels.in(wanted.language());
        var code = entry.subject().substring(entry.subject().lastIndexOf('/') + 1);
        var title = Publishing.data(entry).text("title").orElse(code);
        var id = "urn:bitacora:" + entry.territory() + ":publication:" + code;
        var url = wanted.path() + "/publications/" + code;
        var items = new ArrayList<FeedShown.Item>();
        items.add(new FeedShown.Item(
                id, url, title, labels.get("feed.published"), entry.recordedAt(), List.of("publication")));
        revision.ifPresent(it -> items.add(new FeedShown.Item(
                id + ":revision:" + it.cause().position(),
                url,
                labels.get("feed.revised") + ": " + title,
                text(it.differences()),
                it.cause().recordedAt(),
                List.of("revision"))));
        return items;
    }

    private static String text(List<Difference> differences) {
        return differences.stream()
                .map(it -> it.figure() + ": " + number(it.published()) + " → " + number(it.today()))
                .collect(Collectors.joining("\n"));
    }

    private static String number(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("–");
    }
}
