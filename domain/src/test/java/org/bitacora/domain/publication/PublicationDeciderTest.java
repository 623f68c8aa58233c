package org.bitacora.domain.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.event.Decisions.events;
import static org.bitacora.domain.event.Decisions.pointers;
import static org.bitacora.domain.event.Decisions.refusal;
import static org.bitacora.domain.json.JsonText.json;

import java.util.ArrayList;
import java.util.Optional;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.publication.PublicationDecider.PublicationProposal;
import org.bitacora.domain.publication.PublicationEvent.FrozenReport;
import org.bitacora.domain.publication.PublicationEvent.ReportPublished;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationDeciderTest {

    private static final FrozenReport FROZEN = new FrozenReport(463, json("{'total': 462}"), "total", "<html>");

    private static PublicationProposal proposal(String code, String period, String language, String more) {
        var data = json("{'title': 'T', 'report': 'activity-map', 'period': '" + period + "'" + more + "}");
        var report = ReportDefinition.read(new JsonObjectReader(Pointer.ROOT, data, new ArrayList<>()));
        return new PublicationProposal(code, report, language);
    }

    private static final PublicationProposal YEARBOOK = proposal("anuario", "2014", "es", "");

    private static Optional<Json.Obj> published() {
        return Optional.of(events(PublicationDecider.publish(Optional.empty(), YEARBOOK, FROZEN))
                .getFirst()
                .data());
    }

    @Test
    void givenNothingWhenAReportIsPublishedThenItIsAnEventThatHoldsIt() {
        var event = events(PublicationDecider.publish(Optional.empty(), YEARBOOK, FROZEN))
                .getFirst();

        assertThat(event.data()).isEqualTo(json("""
                {'title': 'T', 'report': 'activity-map', 'period': '2014', 'position': 463, 'language': 'es',
                 'content': {'total': 462}, 'csv': 'total', 'html': '<html>'}"""));
    }

    @Test
    void givenAPublicationWhenTheSameIsPublishedThenNothingFollows() {
        assertThat(events(PublicationDecider.publish(published(), YEARBOOK, FROZEN)))
                .isEmpty();
        assertThat(events(PublicationDecider.publish(
                        published(), proposal("anuario", "2014", "es", ", 'asOf': 463"), FROZEN)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"2013 | es | ``", "2014 | pt | ``", "2014 | es | `, 'asOf': 462`"})
    void givenAPublicationWhenAnotherIsPublishedUnderItsCodeThenItIsRefused(
            String period, String language, String more) {
        var other = proposal("anuario", period, language, more);

        assertThat(refusal(PublicationDecider.publish(published(), other, FROZEN)))
                .isEqualTo(new Refusal.AlreadyPublished("anuario"));
        assertThat(PublicationDecider.check(published(), other)).contains(new Refusal.AlreadyPublished("anuario"));
    }

    @Test
    void whenTheCodeIsWrongThenItIsRefused() {
        assertThat(pointers(PublicationDecider.publish(Optional.empty(), proposal("a b", "2014", "es", ""), FROZEN)))
                .containsExactly("/code");
    }

    @Test
    void anEventWithoutTheFrozenReportIsInvalid() {
        var data = published().orElseThrow();

        assertThat(ReportPublished.validate(Pointer.ROOT, data)).isEmpty();
        assertThat(ReportPublished.validate(
                        Pointer.ROOT, data.without("position", "content", "csv", "html", "language", "title")))
                .extracting(Violation::pointer)
                .extracting(Pointer::value)
                .containsExactlyInAnyOrder("/position", "/content", "/csv", "/html", "/language", "/title");
    }
}
