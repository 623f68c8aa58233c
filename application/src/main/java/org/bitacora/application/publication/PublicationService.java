package org.bitacora.application.publication;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitacora.application.RefusalException;
import org.bitacora.application.access.Caller;
import org.bitacora.application.intake.CommandAppender;
import org.bitacora.application.territory.TerritoryCodeParser;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.publication.PublicationDecider;
import org.bitacora.domain.publication.PublicationDecider.PublicationProposal;
import org.bitacora.domain.publication.PublicationEvent;
import org.bitacora.domain.publication.PublicationEvent.FrozenReport;
import org.bitacora.domain.publication.ReportDefinition;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.projections.projector.CheckpointRepository.Checkpoint;
import org.bitacora.projections.projector.ProjectionTracker;
import org.bitacora.projections.publication.PublicationRepository;

/** Publishes reports. A publication is an entry of the log that holds the report in every format; it never changes. */
@Singleton
public class PublicationService {

    private final CommandAppender commandAppender;
    private final ReportRenderer reportRenderer;
    private final PublicationRepository publicationRepository;
    private final ProjectionTracker projectionTracker;
    private final EventLog log;

    PublicationService(
            CommandAppender commandAppender,
            ReportRenderer reporting,
            PublicationRepository publicationRepository,
            ProjectionTracker projectionTracker,
            EventLog log) {
        this.commandAppender = commandAppender;
        this.reportRenderer = reporting;
        this.publicationRepository = publicationRepository;
        this.projectionTracker = projectionTracker;
        this.log = log;
    }

    /** A command to publish a report, and the caller that sends it. */
    public record PublicationCommand(
            Caller caller, String territory, String code, ReportDefinition report, Locale language) {
        private PublicationProposal proposal() {
            return new PublicationProposal(code, report, language.getLanguage());
        }
    }

    /** The publication, and whether it is new. */
    public record PublicationResult(Entry entry, boolean isNew) {
        private static PublicationResult existing(Entry entry) {
            return new PublicationResult(entry, false);
        }

        private static PublicationResult published(Entry entry) {
            return new PublicationResult(entry, true);
        }
    }

    /**
     * Publishes a report. A repeated command returns the existing publication; a different report under the same code
     * is refused.
     */
    public Uni<PublicationResult> publish(PublicationCommand publicationCommand) {
        checkAccess(publicationCommand);
        return publicationRepository
                .find(publicationCommand.territory(), publicationCommand.code())
                .invoke(found -> RefusalException.throwIfPresent(
                        PublicationDecider.check(found.map(PublicationService::dataOf), publicationCommand.proposal())))
                .flatMap(found -> found.isPresent()
                        ? Uni.createFrom().item(PublicationResult.existing(found.get()))
                        : freeze(publicationCommand));
    }

    private static void checkAccess(PublicationCommand publicationCommand) {
        var caller = publicationCommand.caller();
        RefusalException.throwIfPresent(caller.editorRefusal()
                .or(() -> caller.writeRefusal(
                        caller.source(), publicationCommand.territory(), PublicationEvent.PUBLISHED_TYPE)));
    }

    /** Returns the data of a publication. */
    public static Json.Obj dataOf(Entry entry) {
        return JsonReader.parseStored(entry.data()) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    }

    /** Returns the code of a publication. */
    public static String codeOf(Entry entry) {
        return Subject.parse(entry.subject()).orElseThrow() instanceof Subject.PublicationSubject(var _, var code)
                ? code
                : "";
    }

    private Uni<PublicationResult> freeze(PublicationCommand publicationCommand) {
        return positionToPublish(publicationCommand)
                .map(position ->
                        new ReportContext(publicationCommand.territory(), position, publicationCommand.language()))
                .flatMap(where -> renderFrozen(publicationCommand, where))
                .map(frozen -> RefusalException.requireEvents(
                        PublicationDecider.publish(Optional.empty(), publicationCommand.proposal(), frozen)))
                .flatMap(events -> commandAppender.appendInSequence(
                        publicationCommand.caller(), List.of(statement(publicationCommand, events.getFirst()))))
                .flatMap(_ -> publicationRepository.find(publicationCommand.territory(), publicationCommand.code()))
                .map(Optional::orElseThrow)
                .map(PublicationResult::published);
    }

    /**
     * Returns the position that the report names, or else the head of the log. Waits until the projections have reached
     * the head, so that a publication lacks nothing that was recorded before the command; it never changes.
     */
    private Uni<Long> positionToPublish(PublicationCommand publicationCommand) {
        var asOf = publicationCommand.report().asOf();
        return log.headPosition(publicationCommand.territory())
                .map(head -> head.orElseThrow(() -> RefusalException.noTerritory(publicationCommand.territory())))
                .flatMap(head ->
                        asOf.isPresent() ? Uni.createFrom().item(asOf.get()) : awaitHead(publicationCommand, head));
    }

    private Uni<Long> awaitHead(PublicationCommand publicationCommand, long head) {
        return projectionTracker
                .awaitPosition(publicationCommand.territory(), head)
                .map(reached -> reached.map(Checkpoint::position)
                        .orElseThrow(() -> new RefusalException(new Refusal.Unavailable(
                                Detail.of("The projections have not reached position {0} yet.", head)))));
    }

    /** Renders the formats of the report one after the other, because they share the same cached queries. */
    private Uni<FrozenReport> renderFrozen(PublicationCommand publicationCommand, ReportContext where) {
        var reportDefinition = publicationCommand.report();
        return reportRenderer
                .content(reportDefinition, where)
                .flatMap(content -> reportRenderer.csv(reportDefinition, where).flatMap(csv -> reportRenderer
                        .html(reportDefinition, where)
                        .map(html -> new FrozenReport(where.position(), content, csv, html))));
    }

    private static CommandAppender.EventCommand statement(
            PublicationCommand publicationCommand, PublicationEvent event) {
        return new CommandAppender.EventCommand(
                new Subject.PublicationSubject(
                        TerritoryCodeParser.parse(publicationCommand.territory()), publicationCommand.code()),
                "publication-" + publicationCommand.code(),
                event);
    }
}
