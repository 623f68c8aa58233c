package org.bitacora.exchange.archive;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.bitacora.application.request.ProblemException;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.Kept;
import org.bitacora.eventlog.Restored;
import org.bitacora.eventlog.upcast.Upcasters;
import org.bitacora.projections.projector.Following;

/** Makes the log of a territory what an archive holds. */
@Singleton
class Restoring {

    /** How many entries are written at once, and how long their lines are together, as several pages are in memory. */
    private static final int PAGE = 1_000;

    private static final int PAGE_BYTES = 4 << 20;

    private final EventLog log;
    private final Following following;
    private final Semaphore place = new Semaphore(1);

    Restoring(EventLog log, Following following) {
        this.log = log;
        this.following = following;
    }

    /**
     * Takes the archive in a file, whole or not at all; for a worker. A problem where it cannot be taken, and where another
     * one is being taken: each holds a connection of those who append.
     */
    ArchiveTaken restore(String territory, Path file) throws IOException {
        if (!place.tryAcquire()) {
            throw ProblemException.later("Another archive is being taken just now.");
        }
        try {
            return taken(territory, file);
        } finally {
            place.release();
        }
    }

    private ArchiveTaken taken(String territory, Path file) throws IOException {
        try (var bag = Bag.open(file);
                var in = bag.payload(Archiving.LOG)) {
            check(territory, bag.info());
            var pages = new Pages(new Lines(in), new EntryReader(territory));
            var restored = log.restore(territory, pages::next).await().indefinitely();
            following.wake(Set.of(territory));
            return taken(territory, restored);
        }
    }

    private static void check(String territory, Map<String, String> info) {
        var of = info.getOrDefault(Archiving.TERRITORY, "");
        if (!of.equals(territory)) {
            throw BadArchive.because("It is the archive of " + (of.isEmpty() ? "nothing known here" : of) + ".");
        }
        var version = info.getOrDefault(Archiving.SCHEMA_VERSION, "");
        if (!version.matches("\\d{1,4}") || Integer.parseInt(version) > Upcasters.CURRENT) {
            throw BadArchive.because("It was made by a later release.");
        }
    }

    private static ArchiveTaken taken(String territory, Restored restored) {
        return switch (restored) {
            case Restored.Whole(long end, long taken) -> new ArchiveTaken(territory, end, taken);
            case Restored.Differs(long position) -> throw BadArchive.differs(position);
            case Restored.Damaged(long position, var detail) ->
                throw BadArchive.because("The entry at position " + position + ": " + detail);
        };
    }

    /** The entries of the log, read on a worker as they are wanted. */
    private record Pages(Lines lines, EntryReader reader) {
        Uni<List<Kept>> next() {
            return Uni.createFrom().item(this::read).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        }

        private List<Kept> read() {
            try {
                var page = new ArrayList<Kept>(PAGE);
                long bytes = 0;
                while (page.size() < PAGE && bytes < PAGE_BYTES) {
                    var line = lines.next();
                    if (line.isEmpty()) {
                        return page;
                    }
                    bytes += line.get().length;
                    page.add(entry(line.get()));
                }
                return page;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Kept entry(byte[] line) {
            return reader.read(line)
                    .orElseThrow(() -> BadArchive.because("Line " + lines.number() + " of the log is not an entry."));
        }
    }
}
