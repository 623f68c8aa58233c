package org.bitacora.application.publication;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitacora.application.access.Caller;
import org.bitacora.application.intake.CommandAppender;
import org.bitacora.application.request.Problem;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.strategy.StrategyCodes;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.projections.projector.ProjectionTracker;
import org.bitacora.projections.publication.PublicationRepository;

/** Publishes reports: frozen in an entry of the log, in every format, so that nothing can change them. */
@Singleton
public class PublicationService {

    private final CommandAppender commandAppender;
    private final ReportRenderer reportRenderer;
    private final PublicationRepository publicationRepository;
    private final ProjectionTracker projectionTracker;

    PublicationService(
            CommandAppender commandAppender,
            ReportRenderer reporting,
            PublicationRepository publicationRepository,
            ProjectionTracker projectionTracker) {
        this.commandAppender = commandAppender;
        this.reportRenderer = reporting;
        this.publicationRepository = publicationRepository;
        this.projectionTracker = projectionTracker;
    }

    /** What is wanted, and by whom. */
    public record PublicationCommand(
            Caller caller, String territory, String code, ReportDefinition report, Locale language) {}

    /** The publication, and whether it is new. */
    public record PublicationResult(Entry entry, boolean isNew) {}

    /** Publishes; the same again is answered with what was published, another under its code is refused. */
    public Uni<PublicationResult> publish(PublicationCommand publicationCommand) {
        validate(publicationCommand);
        return publicationRepository
                .find(publicationCommand.territory(), publicationCommand.code())
                .flatMap(found -> found.isPresent()
                        ? Uni.createFrom()
                                .item(new PublicationResult(requireSameReport(found.get(), publicationCommand), false))
                        : freeze(publicationCommand));
    }

    private static void validate(PublicationCommand publicationCommand) {
        var caller = publicationCommand.caller();
        if (!caller.isEditor()) {
            throw ProblemException.forbidden("This needs the role editor.");
        }
        caller.writeRefusal(caller.source(), publicationCommand.territory(), PublicationRepository.EVENT_TYPE)
                .ifPresent(refusal -> {
                    throw ProblemException.of(Problem.of(refusal));
                });
        if (!StrategyCodes.isCode(publicationCommand.code())) {
            throw ProblemException.invalid("/code", "A code of letters, digits, dots and hyphens is wanted.");
        }
    }

    private static Entry requireSameReport(Entry entry, PublicationCommand publicationCommand) {
        var data = dataOf(entry);
        boolean ofThen = publicationCommand
                .report()
                .asOf()
                .filter(it -> !Optional.of(Json.of(it)).equals(data.get("position")))
                .isEmpty();
        boolean inLanguage = data.text("language")
                .equals(Optional.of(publicationCommand.language().getLanguage()));
        if (ofThen
                && inLanguage
                && ReportDefinition.ofPublication(data)
                        .toJson()
                        .equals(publicationCommand.report().toJson())) {
            return entry;
        }
        throw ProblemException.of(Problem.of(
                409,
                "published",
                "Another report was published under " + publicationCommand.code() + "; it stays.",
                List.of()));
    }

    public static Json.Obj dataOf(Entry entry) {
        return JsonReader.parseStored(entry.data()) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    }

    /** The code of a publication. */
    public static String codeOf(Entry entry) {
        return entry.subject().substring(entry.subject().lastIndexOf('/') + 1);
    }

    private Uni<PublicationResult> freeze(PublicationCommand publicationCommand) {
        return projectionTracker
                .findCheckpoint(publicationCommand.territory())
                .map(reached -> reached.orElseThrow(() -> ProblemException.notFound(
                        "No territory " + publicationCommand.territory() + " is registered.")))
                .map(checkpoint -> new ReportContext(
                        publicationCommand.territory(),
                        publicationCommand.report().asOf().orElse(checkpoint.position()),
                        publicationCommand.language()))
                .flatMap(where -> renderFrozen(publicationCommand, where))
                .flatMap(data -> commandAppender.appendInSequence(
                        publicationCommand.caller(), List.of(statement(publicationCommand, data))))
                .flatMap(_ -> publicationRepository.find(publicationCommand.territory(), publicationCommand.code()))
                .map(Optional::orElseThrow)
                .map(entry -> new PublicationResult(entry, true));
    }

    /** One after the other: they look up the same things, which is not done twice at once. */
    private Uni<Json.Obj> renderFrozen(PublicationCommand publicationCommand, ReportContext where) {
        var reportDefinition = publicationCommand.report();
        var data = reportDefinition
                .toJson()
                .with("position", Json.of(where.position()))
                .with("language", Json.of(where.language().getLanguage()));
        return reportRenderer
                .content(reportDefinition, where)
                .map(content -> data.with("content", content))
                .flatMap(it -> reportRenderer.csv(reportDefinition, where).map(csv -> it.with("csv", Json.of(csv))))
                .flatMap(
                        it -> reportRenderer.html(reportDefinition, where).map(html -> it.with("html", Json.of(html))));
    }

    private static CommandAppender.EventCommand statement(PublicationCommand publicationCommand, Json.Obj data) {
        return new CommandAppender.EventCommand(
                publicationCommand.territory(),
                PublicationRepository.EVENT_TYPE,
                PublicationRepository.subject(publicationCommand.territory(), publicationCommand.code()),
                "publication-" + publicationCommand.code(),
                data);
    }
}
