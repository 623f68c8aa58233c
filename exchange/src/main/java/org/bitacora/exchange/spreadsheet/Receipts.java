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
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.ProblemException;
import org.bitacora.http.Items;

/** What is told of imports, to who sent them and to admins: the values of a spreadsheet are nobody else's business. */
@Singleton
class Receipts {

    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int LATEST = 100;
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 1_000;

    private final Ledger ledger;
    private final Importing importing;
    private final InstantSource clock;

    Receipts(Ledger ledger, Importing importing, InstantSource clock) {
        this.ledger = ledger;
        this.importing = importing;
        this.clock = clock;
    }

    /** Waits for an end, at most so many seconds. */
    static Uni<Void> ended(CompletableFuture<Void> end, int seconds) {
        return Uni.createFrom()
                .completionStage(() -> end.copy().orTimeout(Math.max(1, seconds * 1_000L), TimeUnit.MILLISECONDS))
                .onFailure()
                .recoverWithNull();
    }

    /** The import of that id; a problem 404 where the caller may not see it. */
    Uni<ImportShown> find(Caller caller, String territory, String id) {
        return ledger.find(territory, id).map(kept -> kept.filter(it -> isFor(caller, it))
                .map(this::shown)
                .orElseThrow(() -> ProblemException.notFound("There is no such import.")));
    }

    /** The latest that a caller may see. */
    Uni<List<ImportShown>> latest(Caller caller, String territory) {
        var postedBy = caller.role() == Role.ADMIN ? Optional.<String>empty() : Optional.of(caller.source());
        return ledger.latest(territory, postedBy, LATEST)
                .map(all -> all.stream().map(this::shown).toList());
    }

    private static boolean isFor(Caller caller, Ledger.Kept kept) {
        return caller.role() == Role.ADMIN || caller.source().equals(kept.postedBy());
    }

    /** One that runs nowhere any more, though nobody noted its end, was cut off. */
    private ImportShown shown(Ledger.Kept kept) {
        var shown = kept.shown();
        boolean isWaiting = shown.status().equals(ImportStatus.WAITING.word());
        boolean isLost = shown.endedAt() == null
                && !importing.isHere(shown.id())
                && kept.touchedAt().plus(isWaiting ? LONGEST_WAIT : SILENCE).isBefore(clock.instant());
        return isLost ? shown.cutOff(kept.touchedAt()) : shown;
    }

    /** A page of what became of rows; its cursor is the number of some outcomes, and how many of them were told. */
    Uni<Items<RowOutcome>> outcomes(Ask ask, String id) {
        var cursor = Cursor.of(ask.parameter("cursor"));
        int limit = ask.limit(USUAL_PAGE, LARGEST_PAGE);
        var only = ask.parameter("outcome");
        return collect(id, cursor, only, limit, new ArrayList<>())
                .map(page -> new Items<>(
                        page.items(),
                        page.next().map(next -> ask.with("cursor", next.text())).orElse(null)));
    }

    private record Page(List<RowOutcome> items, Optional<Cursor> next) {}

    private Uni<Page> collect(String id, Cursor from, Optional<String> only, int limit, List<RowOutcome> items) {
        return ledger.outcomes(id, from.number()).flatMap(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(new Page(items, Optional.empty()));
            }
            var outcomes = found.get().outcomes();
            int told = found.get().number() == from.number() ? from.told() : 0;
            for (int i = told; i < outcomes.size(); i++) {
                if (items.size() == limit) {
                    var next = new Cursor(found.get().number(), i);
                    return Uni.createFrom().item(new Page(items, Optional.of(next)));
                }
                var outcome = outcomes.get(i);
                if (only.isEmpty() || only.get().equals(outcome.outcome())) {
                    items.add(outcome);
                }
            }
            return collect(id, new Cursor(found.get().number() + 1, 0), only, limit, items);
        });
    }

    private record Cursor(int number, int told) {
        static Cursor of(Optional<String> text) {
            if (text.isEmpty()) {
                return new Cursor(0, 0);
            }
            if (!text.get().matches("\\d{1,8}\\.\\d{1,8}")) {
                throw ProblemException.parameter("cursor", "This is no cursor of ours.");
            }
            var parts = text.get().split("\\.", -1);
            return new Cursor(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }

        String text() {
            return number + "." + told;
        }
    }
}
