package org.bitacora.exchange.catalog;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.projections.publication.PublicationRepository;

/** The tables of publications. The columns of a table are those at the time of its publication. */
@Singleton
class PublishedTables {

    static final Pattern ADDRESS = Pattern.compile("/v1/territories/([^/?]+)/publications/([^/?]+)([?].*)?");

    private final PublicationRepository publicationRepository;

    PublishedTables(PublicationRepository publicationRepository) {
        this.publicationRepository = publicationRepository;
    }

    /**
     * Returns the columns of the publication at a root-relative address; empty if there is no such publication or it
     * has no CSV table.
     */
    Uni<Optional<List<String>>> columns(String address) {
        var at = ADDRESS.matcher(address);
        return at.matches()
                ? publicationRepository.find(at.group(1), at.group(2)).map(it -> it.flatMap(PublishedTables::columns))
                : Uni.createFrom().item(Optional.empty());
    }

    private static Optional<List<String>> columns(Entry entry) {
        return JsonReader.parseStored(entry.data()) instanceof Json.Obj data
                ? data.text("csv")
                        .map(it -> List.of(it.lines().findFirst().orElse("").split(",")))
                : Optional.empty();
    }
}
