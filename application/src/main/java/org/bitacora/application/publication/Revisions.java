package org.bitacora.application.publication;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.publication.PublishedFigures.Difference;
import org.bitacora.eventlog.Entry;
import org.bitacora.projections.projector.Positions.Reached;
import org.bitacora.projections.publication.Touches;
import org.bitacora.projections.publication.Touches.Touch;

/**
 * Finds the entries that made published figures others. Each is told by itself, as it follows from nothing but the figures
 * right before and after it; so it stays the same whatever is recorded later.
 */
@Singleton
public class Revisions {

    /** How many of a publication are told: the latest. */
    static final int MOST = 20;

    /** Among how many of the latest entries that may have moved a figure they are looked for. */
    private static final int SOUGHT = 1_000;

    /** Before the latest of them, so many are passed over at once where the figures are alike at both ends. */
    private static final int BLOCK = 20;

    private static final int EXACT_BLOCKS = 2;

    private final Touches touches;
    private final Revised revised;

    Revisions(Touches touches, Revised revised) {
        this.touches = touches;
        this.revised = revised;
    }

    /**
     * That the figures of a publication became others.
     *
     * @param cause the entry that made them so
     * @param differences in what they differ from the published ones since; in nothing where they are again as published
     */
    public record Revision(Touch cause, List<Difference> differences) {
        public Revision {
            differences = List.copyOf(differences);
        }
    }

    /** An entry that may have moved figures, and the position of the one before. */
    private record Step(Touch touch, long before) {}

    /** Those of a publication, the last first. */
    public Uni<List<Revision>> of(Entry publication, Reached today) {
        var compared = revised.compared(publication, today.generation());
        return touches.latest(compared.sought(today.position()), SOUGHT)
                .map(found -> blocks(found, compared.frozenAt()))
                .flatMap(blocks -> Multi.createFrom()
                        .range(0, blocks.size())
                        .onItem()
                        .transformToMultiAndConcatenate(i -> in(blocks.get(i), compared, i < EXACT_BLOCKS))
                        .select()
                        .first(MOST)
                        .collect()
                        .asList());
    }

    /** In blocks that end at the same entries for ever: they are counted from the first. */
    private static List<List<Step>> blocks(List<Touch> found, long frozenAt) {
        var blocks = new ArrayList<List<Step>>();
        long number = -1;
        for (int i = 0; i < found.size(); i++) {
            var touch = found.get(i);
            long before = i + 1 < found.size()
                    ? found.get(i + 1).position()
                    : touch.number() == 1 ? frozenAt : touch.position() - 1;
            if ((touch.number() - 1) / BLOCK != number) {
                number = (touch.number() - 1) / BLOCK;
                blocks.add(new ArrayList<>());
            }
            blocks.getLast().add(new Step(touch, before));
        }
        return blocks;
    }

    private static Multi<Revision> in(List<Step> block, Revised.Compared compared, boolean isExact) {
        return isExact
                ? each(block, compared)
                : isSame(block.getLast().before(), block.getFirst().touch().position(), compared)
                        .onItem()
                        .transformToMulti(same -> same ? Multi.createFrom().empty() : each(block, compared));
    }

    private static Multi<Revision> each(List<Step> block, Revised.Compared compared) {
        return Multi.createFrom()
                .iterable(block)
                .onItem()
                .transformToUniAndConcatenate(step -> revision(step, compared))
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    private static Uni<Boolean> isSame(long one, long other, Revised.Compared compared) {
        return compared.at(other).flatMap(after -> compared.at(one).map(before -> before.equals(after)));
    }

    /** None where nothing became other, or where the report cannot be made as of then. */
    private static Uni<Optional<Revision>> revision(Step step, Revised.Compared compared) {
        return compared.at(step.touch().position())
                .flatMap(after -> compared.at(step.before()).map(before -> after.filter(_ -> !before.equals(after))
                        .map(differences -> new Revision(step.touch(), differences))));
    }
}
