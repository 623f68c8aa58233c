package org.bitacora.exchange.catalog;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Adds a link to the metadata of the table to every CSV response. */
class CsvwLinkFilter {

    private static final int OK = 200;

    private final CsvTableSchemas tables;

    CsvwLinkFilter(CsvTableSchemas tables) {
        this.tables = tables;
    }

    @ServerResponseFilter
    void describe(ContainerRequestContext request, ContainerResponseContext response) {
        var type = String.valueOf(response.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE));
        if (response.getStatus() == OK && (type.startsWith("text/csv") || type.contains("+csv"))) {
            var uri = request.getUriInfo().getRequestUri();
            var address = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
            if (isKnown(address)) {
                response.getHeaders().add(HttpHeaders.LINK, CsvwMetadata.linkHeader(address));
            }
        }
    }

    private boolean isKnown(String address) {
        return tables.columns(address).isPresent()
                || PublishedTables.ADDRESS.matcher(address).matches();
    }
}
