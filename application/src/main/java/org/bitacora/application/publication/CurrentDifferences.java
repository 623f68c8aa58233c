package org.bitacora.application.publication;

import java.util.List;
import java.util.Optional;
import org.bitacora.domain.publication.PublishedValues.PublishedValueDifference;

/**
 * The differences between a published report and the same report computed now.
 *
 * @param position the position of the territory's log as of which the report was computed
 * @param differences the values that differ
 * @param failure why the report can no longer be computed; empty if it can
 */
public record CurrentDifferences(long position, List<PublishedValueDifference> differences, Optional<String> failure) {
    public CurrentDifferences {
        differences = List.copyOf(differences);
    }
}
