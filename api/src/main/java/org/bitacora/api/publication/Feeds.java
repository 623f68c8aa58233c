package org.bitacora.api.publication;

import com.github.benmanes.caffeine.cache.Caffeine;
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
import org.bitacora.application.Once;
import org.bitacora.application.publication.Publishing;
import org.bitacora.application.publication.Revisions;
import org.bitacora.domain.publication.PublishedFigures.Difference;
import org.bitacora.eventlog.Entry;
import org.bitacora.http.Labels;
import org.bitacora.projections.projector.Positions.Reached;
import org.bitacora.projections.publication.Publications;
import org.bitacora.projections.territory.Territories;

/** What a territory has published, and since when which of its figures have been others, the latest first. */
@Singleton
class Feeds {

    /** How many publications are told, and as many revisions. */
    private static final int MOST = 50;

    /** What was recorded at the same moment is in the order of the log already. */
    private static final Comparator<FeedShown.Item> LATEST_FIRST =
            Comparator.comparing(FeedShown.Item::published).reversed();

    private final Publications publications;
    private final Revisions revisions;
    private final Territories territories;
    private final Once<Wanted, FeedShown> made =
            new Once<>(Caffeine.newBuilder().maximumSize(1_000));

    Feeds(Publications publications, Revisions revisions, Territories territories) {
        this.publications = publications;
        this.revisions = revisions;
        this.territories = territories;
    }

    /** Whose feed, as known when, for whom: it is what it is until something is recorded, or read models are rebuilt. */
    record Wanted(String territory, Reached reached, Locale language) {

        String path() {
            return "/v1/territories/" + territory;
        }
    }

    /** With addresses from the root. */
    Uni<FeedShown> feed(Wanted wanted) {
        return made.of(wanted, () -> make(wanted));
    }

    private Uni<FeedShown> make(Wanted wanted) {
        return publications
                .latest(wanted.territory(), wanted.reached().position(), MOST)
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
        var labels = Labels.in(wanted.language());
        return Multi.createFrom()
                .iterable(latest)
                .onItem()
                .transformToUniAndConcatenate(
                        entry -> revisions.of(entry, wanted.reached()).map(found -> found.stream()
                                .map(it -> revised(published(entry, labels), it, labels))
                                .toList()))
                .onItem()
                .<FeedShown.Item>disjoint()
                .collect()
                .asList()
                .map(revised -> together(
                        latest.stream().map(it -> published(it, labels)).toList(), revised));
    }

    private static List<FeedShown.Item> together(List<FeedShown.Item> published, List<FeedShown.Item> revised) {
        var items = new ArrayList<FeedShown.Item>();
        revised.stream().sorted(LATEST_FIRST).limit(MOST).forEach(items::add);
        items.addAll(published);
        items.sort(LATEST_FIRST);
        return items;
    }

    private static FeedShown.Item published(Entry entry, Labels labels) {
        var code = Publishing.code(entry);
        return new FeedShown.Item(
                "urn:bitacora:" + entry.territory() + ":publication:" + code,
                "/v1/territories/" + entry.territory() + "/publications/" + code,
                Publishing.data(entry).text("title").orElse(code),
                labels.get("feed.published"),
                entry.recordedAt(),
                List.of("publication"));
    }

    private static FeedShown.Item revised(FeedShown.Item of, Revisions.Revision revision, Labels labels) {
        var label = labels.get(revision.differences().isEmpty() ? "feed.again" : "feed.revised");
        return new FeedShown.Item(
                of.id() + ":revision:" + revision.cause().position(),
                of.url(),
                label + ": " + of.title(),
                revision.differences().isEmpty() ? label : text(revision.differences()),
                revision.cause().recordedAt(),
                List.of("revision"));
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
