package org.bitacora.http;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items the items of the page
 * @param next the path and query of the next page; null on the last page
 */
@Schema(description = "A page of a list")
public record PageResponse<T>(
        List<T> items,

        @Schema(description = "The root-relative URL of the next page; null on the last page", nullable = true)
        @Nullable
        String next) {
    public PageResponse {
        items = List.copyOf(items);
    }

    /** Returns a list with a single page. */
    public static <T> PageResponse<T> singlePage(List<T> items) {
        return new PageResponse<>(items, null);
    }
}
