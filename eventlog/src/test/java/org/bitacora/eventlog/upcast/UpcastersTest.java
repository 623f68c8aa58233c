package org.bitacora.eventlog.upcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.activity.ActivityEvent;
import org.bitacora.domain.activity.ActivityEventType;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.Digest;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.eventlog.testing.VisitDraft;
import org.junit.jupiter.api.Test;

/** An old shape is read as today's: proved by a version 0 of visits that only this test knows. */
class UpcastersTest {

    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant STATED = Instant.parse("2014-05-12T10:00:00Z");

    /** In version 0 the title was called a name. */
    private static final Upcaster TITLES = new Upcaster() {
        @Override
        public String type() {
            return VisitDraft.TYPE;
        }

        @Override
        public int fromVersion() {
            return 0;
        }

        @Override
        public Json.Obj upcast(Json.Obj data) {
            return data.get("name")
                    .map(name -> data.without("name").with("title", name))
                    .orElse(data);
        }
    };

    private static Entry entry(String type, int version, Optional<Instant> time, String data) {
        return new Entry(
                "t",
                1,
                RECORDED,
                new EventKey("s", "i"),
                type,
                version,
                "t/a",
                time,
                data,
                Optional.empty(),
                "key",
                Digest.of(""),
                Optional.empty());
    }

    @Test
    void anOldShapeIsReadAsTodays() {
        var old = entry(VisitDraft.TYPE, 0, Optional.of(STATED), "{\"name\": \"Rosario\", \"sdgs\": [11]}");

        var event = new Upcasters(List.of(TITLES)).activityEvent(old).orElseThrow();

        assertThat(event)
                .isEqualTo(ActivityEvent.of(
                        ActivityEventType.of(VisitDraft.TYPE).orElseThrow(), old.key(), STATED, (Json.Obj)
                                JsonReader.parseStored("{\"sdgs\": [11], \"title\": \"Rosario\"}")));
        assertThat(old.data()).as("the log is never changed").contains("name");
    }

    @Test
    void todaysShapeIsReadAsItIs() {
        var today = entry(VisitDraft.TYPE, Upcasters.CURRENT, Optional.empty(), "{\"name\": \"Rosario\"}");

        assertThat(new Upcasters(List.of(TITLES)).data(today).text("name")).contains("Rosario");
    }

    @Test
    void anOldShapeThatNothingReadsIsABug() {
        var old = entry("org.bitacora.visit.announced", 0, Optional.empty(), "{}");

        assertThatThrownBy(() -> new Upcasters(List.of(TITLES)).data(old))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("org.bitacora.visit.announced version 0");
    }

    @Test
    void twoUpcastersOfOneShapeAreABug() {
        assertThatThrownBy(() -> new Upcasters(List.of(TITLES, TITLES))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void withoutATimeOfItsOwnAnEventIsOfWhenItWasRecorded() {
        var event = new Upcasters(List.of())
                .activityEvent(entry(VisitDraft.TYPE, 1, Optional.empty(), "{}"))
                .orElseThrow();

        assertThat(event.statedAt()).isEqualTo(RECORDED);
    }

    @Test
    void whatSpeaksOfNoActivityIsNone() {
        assertThat(new Upcasters(List.of())
                        .activityEvent(entry("org.bitacora.territory.registered", 1, Optional.empty(), "{}")))
                .isEmpty();
    }
}
