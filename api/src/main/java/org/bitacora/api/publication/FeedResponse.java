package org.bitacora.api.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A feed, as JSON Feed 1.1 has it (jsonfeed.org).
 *
 * @param version of the format
 * @param title what it is called
 * @param home where the territory is
 * @param feed where this is
 * @param language in which language
 * @param items the latest first
 */
@Schema(name = "FeedResponse", description = "A feed, as JSON Feed 1.1 has it")
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

    /** The same where its addresses are from the root, for whoever finds the root there. */
    FeedResponse withBaseUri(String base) {
        var there = items.stream().map(it -> it.withBaseUri(base)).toList();
        return new FeedResponse(version, title, base + home, base + feed, language, there);
    }

    /**
     * Something that was published, or of which figures became others.
     *
     * @param id its id, which never changes
     * @param url where it is
     * @param title what it is called
     * @param text what there is to say of it
     * @param published when it was published, or became other
     * @param tags publication, or revision
     */
    @Schema(name = "FeedItem", description = "Something that was published, or of which figures became others")
    public record FeedItem(
            @Schema(examples = "urn:bitacora:br-ba:publication:mapa-2014")
            String id,

            String url,
            @Schema(examples = "Mapa 2014") String title,
            @JsonProperty("content_text") String text,
            @JsonProperty("date_published") Instant published,

            @Schema(examples = "publication", description = "publication or revision")
            List<String> tags) {
        public FeedItem {
            tags = List.copyOf(tags);
        }

        FeedItem withBaseUri(String base) {
            return new FeedItem(id, base + url, title, text, published, tags);
        }
    }
}
