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
import org.bitacora.eventlog.ArchivedEntry;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.RestoreResult;
import org.bitacora.eventlog.upcast.Upcasters;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.projections.projector.ProjectionTracker;

/** Makes the log of a territory what an archive holds. */
@Singleton
class ArchiveImporter {

    /** How many entries are written at once, and how long their lines are together, as several pages are in memory. */
    private static final int PAGE = 1_000;

    private static final int PAGE_BYTES = 4 << 20;

    private final EventLog log;
    private final ProjectionTracker projectionTracker;
    private final Semaphore permit = new Semaphore(1);

    ArchiveImporter(EventLog log, ProjectionTracker projectionTracker) {
        this.log = log;
        this.projectionTracker = projectionTracker;
    }

    /**
     * Takes the archive in a file, whole or not at all; for a worker. A problem where it cannot be taken, and where another
     * one is being taken: each holds a connection of those who append.
     */
    ArchiveImportResult importArchive(String territory, Path file) throws IOException {
        if (!permit.tryAcquire()) {
            throw ProblemException.unavailable("Another archive is being taken just now.");
        }
        try {
            return importResult(territory, file);
        } finally {
            permit.release();
        }
    }

    private ArchiveImportResult importResult(String territory, Path file) throws IOException {
        try (var bagReader = BagReader.open(file);
                var in = bagReader.payload(ArchiveExporter.LOG)) {
            check(territory, bagReader.info());
            var entryPageReader = new EntryPageReader(new LineReader(in), new EntryLineParser(territory));
            var restoreResult =
                    log.restore(territory, entryPageReader::nextPage).await().indefinitely();
            projectionTracker.wakeProjector(Set.of(territory));
            return importResult(territory, restoreResult);
        }
    }

    private static void check(String territory, Map<String, String> info) {
        var of = info.getOrDefault(ArchiveExporter.TERRITORY, "");
        if (!of.equals(territory)) {
            throw ArchiveProblems.invalid("It is the archive of " + (of.isEmpty() ? "nothing known here" : of) + ".");
        }
        var version = info.getOrDefault(ArchiveExporter.SCHEMA_VERSION, "");
        if (!version.matches("\\d{1,4}") || Integer.parseInt(version) > Upcasters.CURRENT) {
            throw ArchiveProblems.invalid("It was made by a later release.");
        }
    }

    private static ArchiveImportResult importResult(String territory, RestoreResult restoreResult) {
        return switch (restoreResult) {
            case RestoreResult.Complete(long end, long taken) -> new ArchiveImportResult(territory, end, taken);
            case RestoreResult.Divergent(long position) -> throw ArchiveProblems.conflict(position);
            case RestoreResult.Corrupt(long position, var detail) ->
                throw ArchiveProblems.invalid("The entry at position " + position + ": " + detail);
        };
    }

    /** The entries of the log, read on a worker as they are wanted. */
    private record EntryPageReader(LineReader lines, EntryLineParser reader) {
        Uni<List<ArchivedEntry>> nextPage() {
            return Uni.createFrom().item(this::read).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        }

        private List<ArchivedEntry> read() {
            try {
                var page = new ArrayList<ArchivedEntry>(PAGE);
                long bytes = 0;
                while (page.size() < PAGE && bytes < PAGE_BYTES) {
                    var line = lines.nextLine();
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

        private ArchivedEntry entry(byte[] line) {
            return reader.parse(line)
                    .orElseThrow(() ->
                            ArchiveProblems.invalid("Line " + lines.lineCount() + " of the log is not an entry."));
        }
    }
}
