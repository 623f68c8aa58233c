package org.bitacora.exchange.spreadsheet;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bitacora.application.access.Caller;
import org.bitacora.application.access.Role;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.PageResponse;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemException;

/**
 * Gives access to imports. An import contains the values of a spreadsheet, so only its sender and admins may see it.
 */
@Singleton
class ImportAccess {

    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int LATEST = 100;
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 1_000;

    private final ImportRepository importRepository;
    private final ImportExecutor importExecutor;
    private final InstantSource clock;

    ImportAccess(ImportRepository importRepository, ImportExecutor importExecutor, InstantSource clock) {
        this.importRepository = importRepository;
        this.importExecutor = importExecutor;
        this.clock = clock;
    }

    /** Waits for the end of an import, for at most the given number of seconds. */
    static Uni<Void> awaitEnd(CompletableFuture<Void> end, int seconds) {
        return Uni.createFrom()
                .completionStage(() -> end.copy().orTimeout(Math.max(1, seconds * 1_000L), TimeUnit.MILLISECONDS))
                .onFailure()
                .recoverWithNull();
    }

    /** Returns the import with this id. Fails with a problem 404 if the caller may not see it. */
    Uni<ImportResponse> find(Caller caller, String territory, String id) {
        return importRepository.find(territory, id).map(importRecord -> importRecord
                .filter(it -> isVisibleTo(caller, it))
                .map(this::currentResponse)
                .orElseThrow(() -> ProblemException.notFound(Detail.of("There is no import with this id."))));
    }

    /** Returns the latest imports that the caller may see. */
    Uni<List<ImportResponse>> latest(Caller caller, String territory) {
        var postedBy = caller.role() == Role.ADMIN ? Optional.<String>empty() : Optional.of(caller.source());
        return importRepository.latest(territory, postedBy, LATEST).map(all -> all.stream()
                .map(this::currentResponse)
                .map(ImportResponse::withoutColumnValues)
                .toList());
    }

    private static boolean isVisibleTo(Caller caller, ImportRepository.ImportRecord importRecord) {
        return caller.role() == Role.ADMIN || caller.source().equals(importRecord.postedBy());
    }

    /**
     * Checks that the caller may undo an import. Fails with a problem 403 if the caller may not write, 404 if it may not
     * see the import, and 409 while the import is running.
     */
    Uni<Void> checkUndo(Caller caller, String territory, String id) {
        caller.writeRefusal(caller.source(), territory).ifPresent(refusal -> {
            throw ProblemException.of(refusal);
        });
        return importRepository
                .postedBy(id, territory)
                .flatMap(postedBy -> postedBy.isPresent()
                                && (caller.role() == Role.ADMIN
                                        || caller.source().equals(postedBy.get()))
                        ? Uni.createFrom().voidItem()
                        : find(caller, territory, id).replaceWithVoid())
                .invoke(() -> {
                    if (importExecutor.isActive(id)) {
                        throw ProblemException.of(Problem.of(
                                409,
                                "busy",
                                Detail.of("The import is still running. Undo it when it has ended."),
                                List.of()));
                    }
                });
    }

    /** Reports an import as interrupted if it no longer runs on any node and its end was not stored. */
    private ImportResponse currentResponse(ImportRepository.ImportRecord importRecord) {
        var response = importRecord.response();
        boolean isWaiting = response.status().equals(ImportStatus.WAITING.word());
        boolean isLost = response.endedAt() == null
                && !importExecutor.isActive(response.id())
                && importRecord
                        .touchedAt()
                        .plus(isWaiting ? LONGEST_WAIT : SILENCE)
                        .isBefore(clock.instant());
        return isLost ? response.interrupted(importRecord.touchedAt()) : response;
    }

    /** Returns a page of row results. The cursor is the number of a stored chunk of results and an offset in it. */
    Uni<PageResponse<ImportRowResult>> outcomes(ReadRequest readRequest, String id) {
        var importRowCursor = ImportRowCursor.of(readRequest.parameter("cursor"));
        int limit = readRequest.limit(USUAL_PAGE, LARGEST_PAGE);
        var only = readRequest.parameter("outcome");
        return collect(id, importRowCursor, only, limit, new ArrayList<>())
                .map(importRowPage -> new PageResponse<>(
                        importRowPage.items(),
                        importRowPage
                                .next()
                                .map(next -> readRequest.uriWith("cursor", next.text()))
                                .orElse(null)));
    }

    private record ImportRowPage(List<ImportRowResult> items, Optional<ImportRowCursor> next) {}

    private Uni<ImportRowPage> collect(
            String id, ImportRowCursor from, Optional<String> only, int limit, List<ImportRowResult> items) {
        return importRepository.outcomes(id, from.number()).flatMap(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(new ImportRowPage(items, Optional.empty()));
            }
            var outcomes = found.get().results();
            int start = found.get().number() == from.number() ? from.offset() : 0;
            for (int i = start; i < outcomes.size(); i++) {
                if (items.size() == limit) {
                    var next = new ImportRowCursor(found.get().number(), i);
                    return Uni.createFrom().item(new ImportRowPage(items, Optional.of(next)));
                }
                var outcome = outcomes.get(i);
                if (only.isEmpty() || only.get().equals(outcome.outcome())) {
                    items.add(outcome);
                }
            }
            return collect(id, new ImportRowCursor(found.get().number() + 1, 0), only, limit, items);
        });
    }

    private record ImportRowCursor(int number, int offset) {
        static ImportRowCursor of(Optional<String> text) {
            if (text.isEmpty()) {
                return new ImportRowCursor(0, 0);
            }
            if (!text.get().matches("\\d{1,8}\\.\\d{1,8}")) {
                throw ProblemException.invalidParameter("cursor", Detail.of("Invalid cursor."));
            }
            var parts = text.get().split("\\.", -1);
            return new ImportRowCursor(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }

        String text() {
            return number + "." + offset;
        }
    }
}
