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
import org.bitacora.application.SingleFlightCache;
import org.bitacora.application.publication.PublicationService;
import org.bitacora.application.publication.RevisionService;
import org.bitacora.domain.publication.PublishedValues.PublishedValueDifference;
import org.bitacora.eventlog.Entry;
import org.bitacora.http.Labels;
import org.bitacora.projections.projector.CheckpointRepository.Checkpoint;
import org.bitacora.projections.publication.PublicationRepository;
import org.bitacora.projections.territory.TerritoryRepository;

/**
 * Renders the feed of a territory: its publications and the revisions of published values, latest first.
 */
@Singleton
class FeedRenderer {

    /** The maximum number of publications in a feed, and the maximum number of revisions. */
    private static final int MAX_ITEMS = 50;

    /** A stable order: items of the same instant remain in log order. */
    private static final Comparator<FeedResponse.FeedItem> LATEST_FIRST =
            Comparator.comparing(FeedResponse.FeedItem::published).reversed();

    private final PublicationRepository publicationRepository;
    private final RevisionService revisionService;
    private final TerritoryRepository territoryRepository;
    private final SingleFlightCache<FeedQuery, FeedResponse> cache =
            new SingleFlightCache<>(Caffeine.newBuilder().maximumSize(1_000));

    FeedRenderer(
            PublicationRepository publicationRepository,
            RevisionService revisionService,
            TerritoryRepository territoryRepository) {
        this.publicationRepository = publicationRepository;
        this.revisionService = revisionService;
        this.territoryRepository = territoryRepository;
    }

    /**
     * A query for the feed of a territory as of a checkpoint, in a language. Its result does not change, so
     * it is also the cache key.
     */
    record FeedQuery(String territory, Checkpoint reached, Locale language) {

        String path() {
            return "/v1/territories/" + territory;
        }
    }

    /** Returns the feed, with root-relative URLs. */
    Uni<FeedResponse> feed(FeedQuery feedQuery) {
        return cache.get(feedQuery, () -> build(feedQuery));
    }

    private Uni<FeedResponse> build(FeedQuery feedQuery) {
        return publicationRepository
                .latest(feedQuery.territory(), feedQuery.reached().position(), MAX_ITEMS)
                .flatMap(latest -> items(feedQuery, latest))
                .flatMap(
                        items -> territoryRepository.find(feedQuery.territory()).map(row -> {
                            var labels = Labels.forLanguage(feedQuery.language());
                            var name = row.map(it -> it.name).orElse(feedQuery.territory());
                            return new FeedResponse(
                                    FeedResponse.VERSION,
                                    labels.get("feed.title") + " " + name,
                                    feedQuery.path(),
                                    feedQuery.path() + "/feed?format=json",
                                    feedQuery.language().getLanguage(),
                                    items);
                        }));
    }

    private Uni<List<FeedResponse.FeedItem>> items(FeedQuery feedQuery, List<Entry> latest) {
        var labels = Labels.forLanguage(feedQuery.language());
        return Multi.createFrom()
                .iterable(latest)
                .onItem()
                .transformToUniAndConcatenate(entry -> revisionService
                        .find(entry, feedQuery.reached())
                        .map(found -> found.stream()
                                .map(it -> revisionItem(publicationItem(entry, labels), it, labels))
                                .toList()))
                .onItem()
                .<FeedResponse.FeedItem>disjoint()
                .collect()
                .asList()
                .map(revised -> merge(
                        latest.stream().map(it -> publicationItem(it, labels)).toList(), revised));
    }

    private static List<FeedResponse.FeedItem> merge(
            List<FeedResponse.FeedItem> published, List<FeedResponse.FeedItem> revised) {
        var items = new ArrayList<FeedResponse.FeedItem>();
        revised.stream().sorted(LATEST_FIRST).limit(MAX_ITEMS).forEach(items::add);
        items.addAll(published);
        items.sort(LATEST_FIRST);
        return items;
    }

    private static FeedResponse.FeedItem publicationItem(Entry entry, Labels labels) {
        var code = PublicationService.codeOf(entry);
        return new FeedResponse.FeedItem(
                "urn:bitacora:" + entry.territory() + ":publication:" + code,
                "/v1/territories/" + entry.territory() + "/publications/" + code,
                PublicationService.dataOf(entry).text("title").orElse(code),
                labels.get("feed.published"),
                entry.recordedAt(),
                List.of("publication"));
    }

    private static FeedResponse.FeedItem revisionItem(
            FeedResponse.FeedItem of, RevisionService.PublicationRevision publicationRevision, Labels labels) {
        var label = labels.get(publicationRevision.differences().isEmpty() ? "feed.again" : "feed.revised");
        return new FeedResponse.FeedItem(
                of.id() + ":revision:" + publicationRevision.cause().position(),
                of.url(),
                label + ": " + of.title(),
                publicationRevision.differences().isEmpty() ? label : text(publicationRevision.differences()),
                publicationRevision.cause().recordedAt(),
                List.of("revision"));
    }

    private static String text(List<PublishedValueDifference> differences) {
        return differences.stream()
                .map(it -> it.path() + ": " + number(it.published()) + " → " + number(it.current()))
                .collect(Collectors.joining("\n"));
    }

    private static String number(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("–");
    }
}
