package org.bitacora.application.publication;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitacora.application.access.Caller;
import org.bitacora.application.intake.Stating;
import org.bitacora.application.request.Problem;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.strategy.Codes;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.projections.projector.Following;
import org.bitacora.projections.publication.Publications;

/** Publishes reports: frozen in an entry of the log, in every format, so that nothing can change them. */
@Singleton
public class Publishing {

    private final Stating stating;
    private final ReportRenderer reporting;
    private final Publications publications;
    private final Following following;

    Publishing(Stating stating, ReportRenderer reporting, Publications publications, Following following) {
        this.stating = stating;
        this.reporting = reporting;
        this.publications = publications;
        this.following = following;
    }

    /** What is wanted, and by whom. */
    public record Wanted(Caller caller, String territory, String code, Report report, Locale language) {}

    /** The publication, and whether it is new. */
    public record Outcome(Entry entry, boolean isNew) {}

    /** Publishes; the same again is answered with what was published, another under its code is refused. */
    public Uni<Outcome> publish(Wanted wanted) {
        check(wanted);
        return publications
                .find(wanted.territory(), wanted.code())
                .flatMap(found -> found.isPresent()
                        ? Uni.createFrom().item(new Outcome(same(found.get(), wanted), false))
                        : freeze(wanted));
    }

    private static void check(Wanted wanted) {
        var caller = wanted.caller();
        if (!caller.isEditor()) {
            throw ProblemException.forbidden("This needs the role editor.");
        }
        caller.refuses(caller.source(), wanted.territory(), Publications.PUBLISHED)
                .ifPresent(refusal -> {
                    throw ProblemException.of(Problem.of(refusal));
                });
        if (!Codes.isCode(wanted.code())) {
            throw ProblemException.invalid("/code", "A code of letters, digits, dots and hyphens is wanted.");
        }
    }

    private static Entry same(Entry entry, Wanted wanted) {
        var data = data(entry);
        boolean ofThen = wanted.report()
                .asOf()
                .filter(it -> !Optional.of(Json.of(it)).equals(data.get("position")))
                .isEmpty();
        boolean inLanguage =
                data.text("language").equals(Optional.of(wanted.language().getLanguage()));
        if (ofThen
                && inLanguage
                && Report.published(data).toJson().equals(wanted.report().toJson())) {
            return entry;
        }
        throw ProblemException.of(Problem.of(
                409, "published", "Another report was published under " + wanted.code() + "; it stays.", List.of()));
    }

    public static Json.Obj data(Entry entry) {
        return JsonReader.stored(entry.data()) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    }

    /** The code of a publication. */
    public static String code(Entry entry) {
        return entry.subject().substring(entry.subject().lastIndexOf('/') + 1);
    }

    private Uni<Outcome> freeze(Wanted wanted) {
        return following
                .reached(wanted.territory())
                .map(reached -> reached.orElseThrow(
                        () -> ProblemException.notFound("No territory " + wanted.territory() + " is registered.")))
                .map(reached -> new ReportContext(
                        wanted.territory(), wanted.report().asOf().orElse(reached.position()), wanted.language()))
                .flatMap(where -> frozen(wanted, where))
                .flatMap(data -> stating.stateInTurn(wanted.caller(), List.of(statement(wanted, data))))
                .flatMap(_ -> publications.find(wanted.territory(), wanted.code()))
                .map(Optional::orElseThrow)
                .map(entry -> new Outcome(entry, true));
    }

    /** One after the other: they look up the same things, which is not done twice at once. */
    private Uni<Json.Obj> frozen(Wanted wanted, ReportContext where) {
        var report = wanted.report();
        var data = report.toJson()
                .with("position", Json.of(where.position()))
                .with("language", Json.of(where.language().getLanguage()));
        return reporting
                .content(report, where)
                .map(content -> data.with("content", content))
                .flatMap(it -> reporting.csv(report, where).map(csv -> it.with("csv", Json.of(csv))))
                .flatMap(it -> reporting.html(report, where).map(html -> it.with("html", Json.of(html))));
    }

    private static Stating.Statement statement(Wanted wanted, Json.Obj data) {
        return new Stating.Statement(
                wanted.territory(),
                Publications.PUBLISHED,
                Publications.subject(wanted.territory(), wanted.code()),
                "publication-" + wanted.code(),
                data);
    }
}
