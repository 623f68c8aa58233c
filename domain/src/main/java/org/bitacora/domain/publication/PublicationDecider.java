package org.bitacora.domain.publication;

import java.util.Optional;
import org.bitacora.domain.event.Decision;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.publication.PublicationEvent.FrozenReport;
import org.bitacora.domain.publication.PublicationEvent.ReportPublished;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.strategy.StrategyCodes;

/** Decides on publications. A publication never changes, and publishing the same report again has no effect. */
public final class PublicationDecider {

    private PublicationDecider() {}

    /**
     * A report to publish.
     *
     * @param code the code of the publication
     * @param report the definition of the report
     * @param language the language of the report
     */
    public record PublicationProposal(String code, ReportDefinition report, String language) {}

    /**
     * The refusal if a report cannot be published; empty if it can. The check needs no rendered report.
     *
     * @param published the data of the publication with the same code; empty if there is none
     */
    public static Optional<Refusal> check(Optional<Json.Obj> published, PublicationProposal proposal) {
        if (!StrategyCodes.isCode(proposal.code())) {
            return Optional.of(new Refusal.Invalid(
                    Pointer.ROOT.child("code"),
                    Detail.of(
                            "Expected a code of 1 to 64 letters, digits or ._~-, starting with a letter or a digit.")));
        }
        return published
                .filter(data -> !isSameReport(data, proposal))
                .map(_ -> new Refusal.AlreadyPublished(proposal.code()));
    }

    /** Decides on a rendered report. */
    public static Decision<PublicationEvent> publish(
            Optional<Json.Obj> published, PublicationProposal proposal, FrozenReport frozen) {
        var refusal = check(published, proposal);
        if (refusal.isPresent()) {
            return Decision.decline(refusal.get());
        }
        return published.isPresent()
                ? Decision.unchanged()
                : Decision.accept(ReportPublished.of(proposal.report(), proposal.language(), frozen));
    }

    private static boolean isSameReport(Json.Obj published, PublicationProposal proposal) {
        boolean isOfPosition = proposal.report()
                .asOf()
                .filter(it -> !Optional.of(Json.of(it)).equals(published.get("position")))
                .isEmpty();
        return isOfPosition
                && published.text("language").equals(Optional.of(proposal.language()))
                && ReportDefinition.ofPublication(published)
                        .toJson()
                        .equals(proposal.report().toJson());
    }
}
