package org.bitacora.application.publication;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.publication.PublishedValues.PublishedValueDifference;
import org.bitacora.eventlog.Entry;
import org.bitacora.projections.projector.CheckpointRepository.Checkpoint;
import org.bitacora.projections.publication.RevisionCandidateRepository;
import org.bitacora.projections.publication.RevisionCandidateRepository.RevisionCandidate;

/**
 * Finds the entries that changed published values. A revision depends only on the values directly before and after its
 * entry, so later entries do not change it.
 */
@Singleton
public class RevisionService {

    /** The maximum number of revisions of a publication that are returned: the latest ones. */
    static final int MAX_REVISIONS = 20;

    /** The maximum number of candidate entries that are examined: the latest ones. */
    private static final int MAX_CANDIDATES = 1_000;

    /** The number of candidates in a block. Older blocks are skipped if the values are equal at both ends. */
    private static final int BLOCK_SIZE = 20;

    private static final int EXACT_BLOCKS = 2;

    private final RevisionCandidateRepository revisionCandidateRepository;
    private final RevisionComparator comparator;

    RevisionService(RevisionCandidateRepository revisionCandidateRepository, RevisionComparator revisionComparator) {
        this.revisionCandidateRepository = revisionCandidateRepository;
        this.comparator = revisionComparator;
    }

    /**
     * A change of published values.
     *
     * @param cause the entry that changed the values
     * @param differences the differences from the published values after that entry; empty if the values are equal to
     *     the published ones again
     */
    public record PublicationRevision(RevisionCandidate cause, List<PublishedValueDifference> differences) {
        public PublicationRevision {
            differences = List.copyOf(differences);
        }
    }

    /** An entry that may have changed values, and the position before it. */
    private record RevisionStep(RevisionCandidate touch, long before) {}

    /** Returns the revisions of a publication, the latest first. */
    public Uni<List<PublicationRevision>> find(Entry publication, Checkpoint today) {
        var comparedPublication = comparator.compare(publication, today.generation());
        return revisionCandidateRepository
                .latest(comparedPublication.candidateQuery(today.position()), MAX_CANDIDATES)
                .map(found -> blocks(found, comparedPublication.publishedPosition()))
                .flatMap(blocks -> Multi.createFrom()
                        .range(0, blocks.size())
                        .onItem()
                        .transformToMultiAndConcatenate(
                                i -> revisionsInBlock(blocks.get(i), comparedPublication, i < EXACT_BLOCKS))
                        .select()
                        .first(MAX_REVISIONS)
                        .collect()
                        .asList());
    }

    /**
     * Groups candidates into blocks. Blocks are counted from the first candidate, so that their bounds never change.
     */
    private static List<List<RevisionStep>> blocks(List<RevisionCandidate> found, long frozenAt) {
        var blocks = new ArrayList<List<RevisionStep>>();
        long number = -1;
        for (int i = 0; i < found.size(); i++) {
            var revisionCandidate = found.get(i);
            long before = i + 1 < found.size()
                    ? found.get(i + 1).position()
                    : revisionCandidate.number() == 1 ? frozenAt : revisionCandidate.position() - 1;
            if ((revisionCandidate.number() - 1) / BLOCK_SIZE != number) {
                number = (revisionCandidate.number() - 1) / BLOCK_SIZE;
                blocks.add(new ArrayList<>());
            }
            blocks.getLast().add(new RevisionStep(revisionCandidate, before));
        }
        return blocks;
    }

    private static Multi<PublicationRevision> revisionsInBlock(
            List<RevisionStep> block, RevisionComparator.ComparedPublication comparedPublication, boolean isExact) {
        return isExact
                ? revisionsInSteps(block, comparedPublication)
                : hasSameFigures(
                                block.getLast().before(),
                                block.getFirst().touch().position(),
                                comparedPublication)
                        .onItem()
                        .transformToMulti(same ->
                                same ? Multi.createFrom().empty() : revisionsInSteps(block, comparedPublication));
    }

    private static Multi<PublicationRevision> revisionsInSteps(
            List<RevisionStep> block, RevisionComparator.ComparedPublication comparedPublication) {
        return Multi.createFrom()
                .iterable(block)
                .onItem()
                .transformToUniAndConcatenate(revisionStep -> revisionAt(revisionStep, comparedPublication))
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    private static Uni<Boolean> hasSameFigures(
            long one, long other, RevisionComparator.ComparedPublication comparedPublication) {
        return comparedPublication
                .differencesAt(other)
                .flatMap(after -> comparedPublication.differencesAt(one).map(before -> before.equals(after)));
    }

    /**
     * Returns the revision at an entry; empty if no value changed or the report cannot be computed as of that entry.
     */
    private static Uni<Optional<PublicationRevision>> revisionAt(
            RevisionStep revisionStep, RevisionComparator.ComparedPublication comparedPublication) {
        return comparedPublication
                .differencesAt(revisionStep.touch().position())
                .flatMap(after -> comparedPublication
                        .differencesAt(revisionStep.before())
                        .map(before -> after.filter(_ -> !before.equals(after))
                                .map(differences -> new PublicationRevision(revisionStep.touch(), differences))));
    }
}
