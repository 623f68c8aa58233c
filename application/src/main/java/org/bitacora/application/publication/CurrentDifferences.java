package org.bitacora.application.publication;

import java.util.List;
import java.util.Optional;
import org.bitacora.domain.publication.PublishedValues.PublishedValueDifference;

/**
 * How a published report differs from the same report computed now.
 *
 * @param position the position of the territory's log as of which it was computed
 * @param differences the figures that differ
 * @param failure why it can no longer be computed; empty if it can
 */
public record CurrentDifferences(long position, List<PublishedValueDifference> differences, Optional<String> failure) {
    public CurrentDifferences {
        differences = List.copyOf(differences);
    }
}
