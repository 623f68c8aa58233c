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
import org.bitacora.domain.refusal.Detail;
import org.bitacora.eventlog.ArchivedEntry;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.RestoreResult;
import org.bitacora.eventlog.upcast.Upcasters;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.projections.projector.ProjectionTracker;

/** Imports the log of a territory from an archive. */
@Singleton
class ArchiveImporter {

    /**
     * The number of entries that are written at once. Several pages are in memory at the same time, so
     * {@link #PAGE_BYTES} limits the total length of their lines as well.
     */
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
     * Imports the archive in a file, completely or not at all. Blocks, so call it on a worker thread. Only one import
     * runs at a time, because an import holds one of the connections that appends use.
     *
     * @throws ProblemException 503 if another import is running, 409 if the log differs from the archive, 422 if the
     *     archive is invalid
     */
    ArchiveImportResult importArchive(String territory, Path file) throws IOException {
        if (!permit.tryAcquire()) {
            throw ProblemException.unavailable(Detail.of("Another archive is being imported. Try again later."));
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
            throw ArchiveProblems.invalid(
                    of.isEmpty()
                            ? Detail.of("The archive names no territory.")
                            : Detail.of("The archive belongs to territory {0}, not to {1}.", of, territory));
        }
        var version = info.getOrDefault(ArchiveExporter.SCHEMA_VERSION, "");
        if (!version.matches("\\d{1,4}") || Integer.parseInt(version) > Upcasters.CURRENT) {
            throw ArchiveProblems.invalid(Detail.of(
                    "The archive was made by a later release; this release reads schema versions up to {0}.",
                    Upcasters.CURRENT));
        }
    }

    private static ArchiveImportResult importResult(String territory, RestoreResult restoreResult) {
        return switch (restoreResult) {
            case RestoreResult.Complete(long end, long taken) -> new ArchiveImportResult(territory, end, taken);
            case RestoreResult.Divergent(long position) -> throw ArchiveProblems.conflict(position);
            case RestoreResult.Corrupt(long position, var detail) ->
                throw ArchiveProblems.invalid(Detail.of("The entry at position {0} is invalid: {1}", position, detail));
        };
    }

    /** Reads the entries of the log page by page, on a worker thread. */
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
                    .orElseThrow(() -> ArchiveProblems.invalid(
                            Detail.of("Line {0} of the log is not a valid entry.", lines.lineCount())));
        }
    }
}
