package org.bitacora.api.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A feed in the JSON Feed 1.1 format (jsonfeed.org).
 *
 * @param version the URL of the version of the format
 * @param title the title
 * @param home the URL of the territory
 * @param feed the URL of this feed
 * @param language the language
 * @param items the items, latest first
 */
@Schema(name = "FeedResponse", description = "A feed in the JSON Feed 1.1 format")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeedResponse(
        @Schema(enumeration = "https://jsonfeed.org/version/1.1")
        String version,

        @Schema(examples = "Publicaciones de Bahia") String title,
        @JsonProperty("home_page_url") String home,
        @JsonProperty("feed_url") String feed,
        @Schema(enumeration = {"es", "pt", "en"}) String language,
        @Schema(maxItems = 100) List<FeedItem> items) {

    static final String VERSION = "https://jsonfeed.org/version/1.1";

    public FeedResponse {
        items = List.copyOf(items);
    }

    /** Returns this feed with absolute URLs, which start with the base URI. */
    FeedResponse withBaseUri(String base) {
        var there = items.stream().map(it -> it.withBaseUri(base)).toList();
        return new FeedResponse(version, title, base + home, base + feed, language, there);
    }

    /**
     * A publication, or a revision of published values.
     *
     * @param id the id, which never changes
     * @param url the URL of the publication
     * @param title the title
     * @param text for a revision, the published values and those after the entry; otherwise a fixed text
     * @param published when the report was published, or when the entry that changed its values was
     *     recorded
     * @param tags publication or revision
     */
    @Schema(name = "FeedItem", description = "A publication, or a revision of published values")
    public record FeedItem(
            @Schema(examples = "urn:bitacora:br-ba:publication:mapa-2014")
            String id,

            String url,
            @Schema(examples = "Mapa 2014") String title,
            @JsonProperty("content_text") String text,
            @JsonProperty("date_published") Instant published,

            @Schema(examples = "publication", description = "The kind of item: publication or revision")
            List<String> tags) {
        public FeedItem {
            tags = List.copyOf(tags);
        }

        FeedItem withBaseUri(String base) {
            return new FeedItem(id, base + url, title, text, published, tags);
        }
    }
}
